export { AS_RESIDENT, findAccount, type HeldRole } from './account.ts';
export { ASSERTION_ALGORITHMS, ASSERTION_TYPE, type AssertionRules } from './assertion.ts';
export { type BearerRules, createBearer, ROLE_HEADER } from './bearer.ts';
export {
  actorOfClient,
  type Client,
  type ClientKeys,
  findClient,
  listClients,
  mistakeInKeys,
  type NewClient,
  registerClient,
  replaceKeys,
  revokeClient,
} from './client.ts';
export { type ClientDesk, createClientDesk, type TokenAnswer } from './client-desk.ts';
export { forgetful } from './forgetful.ts';
export { keepLanguage } from './language.ts';
export { createLaunch, type Launch, type Launched, type LaunchKept, type LaunchPatient } from './launch.ts';
export {
  closeSite,
  type LaunchSite,
  listSites,
  mistakeInSite,
  type NewSite,
  openSite,
  registerSite,
} from './launch-site.ts';
export { keepLaunch, LAUNCH_SECONDS, readLaunch, tieIdentity } from './launch-store.ts';
export { createSignIn, type IdentitySource, type LoginKept, type SignIn } from './oidc.ts';
export { commonScopes, isScope } from './scopes.ts';
export { lastsUntil, readVisitor, type Session, type SessionRules, sweepVisits, type Visitor } from './session.ts';
export {
  auditRefusal,
  choicesOf,
  chooseRole,
  type IdentityGround,
  type Started,
  signInAs,
  signOut,
} from './sign-in.ts';
export { systemNow } from './system-now.ts';
export { type AccessToken, createTokenVerifier, type TokenRules } from './token.ts';
