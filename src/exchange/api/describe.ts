import { createRoute, type RouteConfig, z } from '@hono/zod-openapi';
import { Probleem } from './schemas.ts';

/** The version of the API (Semantic Versioning); the major one stands in the address. */
export const API_VERSION = '1.1.0';
export const HEADERS = {
  'API-Version': { schema: { type: 'string' as const, example: API_VERSION }, description: 'De volledige versie.' },
};

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  headers: HEADERS,
  content: { 'application/json': { schema } },
});
export const problem = (description: string) => ({
  description,
  headers: HEADERS,
  content: { 'application/problem+json': { schema: Probleem } },
});
export const OPEN = { 400: problem('Niet te lezen'), 429: problem('Te vaak') };
export const ONE = { 404: problem('Er niet, of niet voor u') };
export const CLOSED = {
  ...OPEN,
  ...ONE,
  401: problem('Geen token'),
  403: problem('Niet binnen de scopes van het token'),
};

export const Bladzijde = z.object({
  na: z
    .string()
    .max(120)
    .optional()
    .openapi({ description: 'Het laatste id van de vorige bladzijde; zie `volgende`.' }),
  aantal: z.coerce.number().int().min(1).max(100).default(25),
});
export const Id = z.object({ id: z.string().min(1).max(120) });

type Rest = Omit<RouteConfig, 'method' | 'path' | 'tags' | 'summary'>;

/** One address that is read. */
export const get = (path: string, tags: string[], summary: string, rest: Rest) =>
  createRoute({ method: 'get', path, tags, summary, ...rest });
