/** One line of the server's own log, as JSON. It holds no query strings, names, addresses or ids of residents. */
export type LogLine = Readonly<Record<string, string | number | boolean | undefined>> & { readonly event: string };
export type Log = (level: 'info' | 'warn' | 'error', line: LogLine) => void;

/** Writes one JSON line to standard output (errors to standard error). */
export const jsonLog: Log = (level, line) => {
  const text = `${JSON.stringify({ at: new Date().toISOString(), level, ...line })}\n`;
  (level === 'error' ? process.stderr : process.stdout).write(text);
};

/** A log that says nothing, for tests. */
export const silentLog: Log = () => undefined;

/**
 * What may be logged of something thrown: kind, place and, where they cannot hold what a person typed, the words.
 * Messages of the database and of parsers quote values, so those are left out.
 */
export function describeError(error: unknown): Omit<LogLine, 'event'> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const quotes = error instanceof SyntaxError || typeof (error as { severity?: unknown }).severity === 'string';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
  return {
    error: error.name,
    ...(quotes ? {} : { message: error.message.slice(0, 300) }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(frames.length > 0 ? { stack: frames.join(' | ') } : {}),
  };
}
