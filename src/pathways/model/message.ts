/** Most signs in one message. */
export const MESSAGE_LENGTH = 2000;

/** Who wrote one message: the resident, or somebody who answers them. */
export type Side = 'resident' | 'other';

/** What one message means for its exchange, in the order they were written. */
export type Told = {
  readonly id: string;
  readonly root: string;
  readonly caseId: string | null;
  readonly by: Side;
  readonly at: Date;
  readonly read: boolean;
};

/** An exchange as lists and counts need it. */
export type ThreadFacts = {
  readonly id: string;
  readonly caseId: string | null;
  readonly startedAt: Date;
  readonly lastAt: Date;
  readonly lastBy: Side;
  readonly unreadResident: number;
  readonly unreadOther: number;
};

/** The exchanges that these messages make; pure, so that the read model can be made anew from the record. */
export function threadsOf(messages: readonly Told[]): readonly ThreadFacts[] {
  const threads = new Map<string, ThreadFacts>();
  for (const told of messages.toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))) {
    const before = threads.get(told.root);
    const unread = told.read ? 0 : 1;
    threads.set(told.root, {
      id: told.root,
      caseId: told.caseId,
      startedAt: before?.startedAt ?? told.at,
      lastAt: told.at,
      lastBy: told.by,
      unreadResident: (before?.unreadResident ?? 0) + (told.by === 'other' ? unread : 0),
      unreadOther: (before?.unreadOther ?? 0) + (told.by === 'resident' ? unread : 0),
    });
  }
  return [...threads.values()];
}
