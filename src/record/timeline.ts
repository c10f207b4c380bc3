import { momentId } from './moment-id.ts';

/** What one happening on the timeline is called. */
export function timelineKind(type: string, status: string | null): string {
  return `${type}${status ? `.${status}` : ''}`;
}

/** The id of the timeline row of one version. */
export function timelineId(at: Date, type: string, id: string, version: number): string {
  return momentId(at, `${type}/${id}/${version}`);
}
