import type { Context, Handler, Hono } from 'hono';
import type { FileLimits, Posted, PostedFile } from '../platform/http/index.ts';
import type { Visitor } from '../platform/identity/index.ts';
import type { Actor, Clock, Config, Door, Ground, Language, Problem, Result, RoleCode } from '../platform/index.ts';
import type { Flash, NavItem, PageContext } from '../ui/index.ts';
import type { Arrived } from './arrival.ts';
import type { LaunchHere } from './launch.ts';

/** What travels with a request. */
export type WebEnv = {
  Variables: {
    requestId: string;
    /** Read once for each request, when somebody asks. */
    visitor?: Promise<Visitor>;
    role?: RoleCode;
    /** Of a form that was sent: the page it stands on. */
    formPath?: string;
  };
};
export type WebContext = Context<WebEnv>;

/** What a handler gives back; one place makes the answer of it. */
export type Answer =
  /** A whole page: 200. */
  | string
  /** On to a path of ours: 303. `flash` is said once above the next page. */
  | { readonly to: string; readonly flash?: Flash }
  /** The same page with its mistakes: 422. */
  | { readonly again: string }
  /** A page that tells what happened, what was kept and what to do. */
  | {
      readonly problem: Problem;
      readonly crisis?: boolean;
      readonly action?: { readonly href: string; readonly label: string };
    }
  | Response;

/** What a handler is told about the request. */
export type Ask<Who extends Actor | undefined = Actor> = {
  readonly c: WebContext;
  readonly context: PageContext;
  readonly actor: Who;
  /** Who this is to forms that are sent once: the person, or the visit of someone who is not signed in. */
  readonly person: string;
  /** For the services: it goes into the audit. */
  readonly door: Door;
  readonly param: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  /** What this person had typed here when their sign-in ran out; given once. `path`: where the form posts to. */
  readonly draft: (path?: string) => Promise<Posted | undefined>;
};
export type FormAsk<Who extends Actor | undefined = Actor> = Ask<Who> & {
  /** What was sent, without `_csrf` and `_once`. */
  readonly posted: Posted;
  /** Files that came along, where the gate takes any. What they are is still to be looked at. */
  readonly files: readonly PostedFile[];
};
export type ApiAsk<Who extends Actor | undefined = Actor> = Pick<
  Ask<Who>,
  'c' | 'actor' | 'door' | 'param' | 'query'
> & {
  /** The body as JSON; problem `invalid` when it is none. */
  readonly json: () => Promise<Result<unknown>>;
};

/** Who may come in. */
export type Gate = {
  readonly roles: readonly RoleCode[] | 'any';
  /** Counted for each person, where people look others up (LAW 5). */
  readonly limit?: 'lookUp';
  /** The path of the page with the form, where it is another than the form posts to. */
  readonly formPath?: (c: WebContext) => string;
  /** Files this form takes: how many, and how large each. */
  readonly files?: FileLimits;
};
type May<T> = T | Promise<T>;

/** What the web layer gives to the rooms. */
export type Kit = {
  readonly ground: Ground;
  readonly config: Config;
  /** The clock of the machine, also in a demo: for sign-in and limits, never for work. */
  readonly wall: Clock;
  readonly demo: boolean;
  readonly routes: () => Hono<WebEnv>;
  readonly page: (gate: Gate, handler: (ask: Ask) => May<Answer>) => Handler<WebEnv>;
  readonly form: (gate: Gate, handler: (ask: FormAsk) => May<Answer>) => Handler<WebEnv>;
  readonly publicPage: (handler: (ask: Ask<Actor | undefined>) => May<Answer>) => Handler<WebEnv>;
  readonly publicForm: (
    rules: Pick<Gate, 'formPath'>,
    handler: (ask: FormAsk<Actor | undefined>) => May<Answer>,
  ) => Handler<WebEnv>;
  readonly api: (
    gate: Pick<Gate, 'roles' | 'limit'>,
    handler: (ask: ApiAsk) => May<Result<unknown> | Response>,
  ) => Handler<WebEnv>;
  readonly publicApi: (handler: (ask: ApiAsk<Actor | undefined>) => May<Result<unknown> | Response>) => Handler<WebEnv>;
  /** Who sends this request to an API: a bearer token, or a session (changes then need its `X-CSRF-Token`). */
  /** Who came back from the identity provider to a path in `arrivals`, and is not signed in yet. */
  readonly arrived: (c: WebContext) => Arrived | undefined;
  /** Forgets them again, as when it is not for them. */
  readonly forget: (c: WebContext) => void;
  /** Signs them in; the answer leads to where their work begins. */
  readonly letIn: (c: WebContext, who: Arrived, door: Door) => Promise<Result<{ readonly to: string }>>;
  /** Who opened Omzien from their system in this browser, and for whom; at LAUNCHED_PATH. */
  readonly launched: (c: WebContext) => Promise<LaunchHere | undefined>;
  readonly actorOf: (c: Context) => Promise<Result<Actor>>;
  readonly answer: (c: WebContext, answer: Answer) => Promise<Response>;
};

/** An event of the outbox as subscribers get it. */
export type RoomEvent = {
  readonly id: string;
  readonly residentId: string;
  readonly at: Date;
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
};

/** What a room knows of somebody for every page they open. */
export type Glance = {
  /** How much is new behind a link of the navigation, by its address. */
  readonly unread?: Readonly<Record<string, number>>;
  /** This person reads large letters. */
  readonly large?: boolean;
};

/** What one room brings to the house. */
export type WebRoom = {
  readonly name: string;
  /** Mounted at `/`: routes are written with their whole path. */
  readonly routes?: (kit: Kit) => Hono<WebEnv>;
  /**
   * Paths of this room to which somebody may come back from the identity provider who is nobody here yet. They are not
   * signed in then; the page asks `kit.arrived` who came.
   */
  readonly arrivals?: (path: string) => boolean;
  readonly navigation?: (actor: Actor, lang: Language) => readonly NavItem[];
  /** For who is not signed in. */
  readonly publicNavigation?: (lang: Language) => readonly NavItem[];
  readonly footer?: (lang: Language) => readonly NavItem[];
  /** What every page of this person shows beside its own: how much is new behind a link, and large letters. One cheap look. */
  readonly glance?: (actor: Actor) => Promise<Glance>;
  /** Where this person's work begins; the first room that answers decides. */
  readonly home?: (actor: Actor) => string | undefined;
  /** Done every minute, and right after the clock of a demo moves: finds due rows by `ground.clock`. */
  readonly sweeps?: readonly { readonly name: string; readonly run: (ground: Ground) => Promise<void> }[];
  readonly subscribers?: readonly {
    readonly name: string;
    readonly wants: (type: string) => boolean;
    readonly deliver: (event: RoomEvent) => Promise<void>;
  }[];
  readonly tasks?: Readonly<Record<string, (payload: unknown, ground: Ground) => Promise<void>>>;
};
