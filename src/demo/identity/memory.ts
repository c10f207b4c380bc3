type Payload = Record<string, unknown> & { uid?: string; grantId?: string; consumed?: number };
type Entry = { readonly payload: Payload; readonly until: number };

const MOST = 10_000;

/**
 * Where the provider keeps sign-ins in progress: in memory, the oldest giving way beyond 10,000. A restart forgets them,
 * and people start their sign-in again.
 */
export function memoryStore() {
  const entries = new Map<string, Entry>();

  const find = (key: string): Payload | undefined => {
    const entry = entries.get(key);
    if (!entry) return undefined;
    if (entry.until > Date.now()) return entry.payload;
    entries.delete(key);
    return undefined;
  };

  return (model: string) => ({
    upsert: async (id: string, payload: Payload, seconds?: number) => {
      const key = `${model}:${id}`;
      entries.delete(key);
      entries.set(key, { payload, until: seconds ? Date.now() + seconds * 1000 : Number.POSITIVE_INFINITY });
      for (const oldest of entries.keys()) {
        if (entries.size <= MOST) break;
        entries.delete(oldest);
      }
    },
    find: async (id: string) => find(`${model}:${id}`),
    findByUid: async (uid: string) => {
      for (const [key, { payload }] of entries)
        if (key.startsWith(`${model}:`) && payload.uid === uid) return find(key);
      return undefined;
    },
    findByUserCode: async () => undefined,
    consume: async (id: string) => {
      const payload = find(`${model}:${id}`);
      if (payload) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id: string) => {
      entries.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId: string) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    },
  });
}
