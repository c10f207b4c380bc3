import assert from 'node:assert/strict';
import { after, before, beforeEach } from 'node:test';
import { type Partners, SYSTEMS, subscriptionOf, testPartners } from './partners.ts';
import { type Got, type TestReceiver, told } from './receiver.ts';

/** Where systems ask to be told. */
export const SUBSCRIPTIONS = '/fhir/r4/Subscription';

/** A house with systems of partners and one that listens, for the tests of a file; what a test asked for is taken away after it. */
export function subscribing(started: (own: { readonly house: Partners; readonly receiver: TestReceiver }) => void) {
  const made: (readonly [who: string, id: string])[] = [];
  const own = {} as { house: Partners; receiver: TestReceiver };
  before(async () => {
    own.house = await testPartners();
    own.receiver = await own.house.receiver();
    started(own);
  });
  after(async () => {
    await own.receiver.down();
    await own.house.stop();
  });
  beforeEach(async () => {
    for (const [, id] of made.splice(0))
      await own.house.ground.pool.query("update exchange.receiver set status = 'off' where id = $1", [id]);
    own.receiver.got.length = 0;
    own.receiver.answers = () => 200;
  });
  return {
    made,
    subscribe: async (
      type: string,
      given: Parameters<typeof subscriptionOf>[2] & { readonly who?: string; readonly to?: TestReceiver } = {},
    ): Promise<string> => {
      const { who = SYSTEMS.regional, to = own.receiver, ...more } = given;
      const answer = await own.house.ask(who, 'POST', SUBSCRIPTIONS, subscriptionOf(type, to.url, more));
      assert.equal(answer.status, 201, answer.text);
      const id = String(answer.body.id);
      made.push([who, id]);
      await own.house.deliver();
      return id;
    },
    statusOf: async (id: string, who: string = SYSTEMS.regional) =>
      (await own.house.ask(who, 'GET', `${SUBSCRIPTIONS}/${id}`)).body.status,
    notified: (of: TestReceiver = own.receiver) => of.got.filter((got) => told(got).kind === 'event-notification'),
    /** What receivers were told of, in the order in which they said yes. */
    focuses: (got: readonly Got[]) => got.flatMap((one) => told(one).events.map(([, focus]) => focus)),
    /** The pauses of a receiver go by. */
    later: async (milliseconds: number): Promise<void> => {
      own.house.pauses.advance(milliseconds);
      await own.house.deliver();
    },
  };
}
