export type { CaseRow, ClockRow, PauseRow } from './case-store.ts';
export { type CorrectedHow, type Correction, correctionsFor } from './correction-store.ts';
export { definitionsOf, type KeptVersions } from './definitions.ts';
export {
  countedFrom,
  FUNNEL_STEPS,
  type FunnelCount,
  type FunnelFigure,
  type FunnelStep,
  funnelOf,
  funnelPublishedAt,
  normsOf,
  publishFunnel,
  publishMonthAs,
  unpublishedMonths,
} from './figures/funnel.ts';
export type { Definitions, PathwayGround } from './ground.ts';
export { letterRoom } from './letter/index.ts';
export { isMessage } from './message-shape.ts';
export { type Mailbox, organisationBehind, type ResidentDoor, residentDoor } from './messages/recipients.ts';
export { definitionResources, toPlanDefinition, toQuestionnaire } from './model/index.ts';
export { peopleRoom } from './pages/room-people.tsx';
export { practiceCoachRoom } from './pages/room-practice-coach.tsx';
export { CrisisLines } from './pages/shared/index.ts';
export { type Fullness, fullness } from './places.ts';
export { pathwayPorts, withPathways } from './ports/index.ts';
export { offerOf, type ProposalResult, type ProposalWish, proposalFor, type ServiceFit } from './proposal.ts';
export { pathwaysPurge } from './purge.ts';
export { type CaseView, openCase, openTask, ownCases, viewerOf } from './read/case.ts';
export { type ContactDetails, contactDetailsOf } from './read/contact-details.ts';
export { type Followed, type FollowedCase, followedCase, followedCases, referralsOf } from './read/followed.ts';
export { type AtAGlance, atAGlance } from './read/glance.ts';
export { type Away, onLeave } from './read/leave.ts';
export { type Load, loadOfTeam } from './read/load.ts';
export {
  openCaseThread,
  openThread,
  ownThreads,
  type ShownMessage,
  teamThreads,
} from './read/messages.ts';
export { COUNT_CAP, VIEWS, type View, type Worklist, type WorklistLine, worklist } from './read/worklist.ts';
export { type Rebuilt, rebuildReadModels } from './rebuild.ts';
export { refreshCase } from './refresh.ts';
export { askAddress, keepAddress, NEED_REASONS, SECRET_REASONS } from './service/address.ts';
export {
  cancelAppointment,
  changeAppointment,
  type Meeting,
  planConversation,
  settleAppointment,
} from './service/appointment.ts';
export { finishCase, pauseCase, resumeCase } from './service/case.ts';
export { consentFor, type GivenHow, giveConsentAgain, renewConsent, withdrawConsent } from './service/consent.ts';
export {
  ATTENDANCE,
  type Attendance,
  type ContactAttempt,
  recordAttendance,
  recordContact,
} from './service/contact.ts';
export { removeFile, undoContact } from './service/contact-mistake.ts';
export { type Conversation, holdConversation, keepQuestionnaire, type Measured } from './service/conversation.ts';
export { askCorrection, CORRECTABLE, carryOutCorrection, sweepCorrections } from './service/correction.ts';
export { correctDeath, reopenCase, reportDeath } from './service/death.ts';
export {
  codeWordSince,
  correctDetails,
  type Details,
  type Rectified,
  readCodeWord,
  rectifyDetails,
  setCodeWord,
  setWishes,
} from './service/details.ts';
export { answerInvitation, type Invitation, inviteFollowUp, openInvitation } from './service/follow-up.ts';
export { addOwnGoal, sayHowGoalGoes } from './service/goals.ts';
export { assignMany, type HandedOver, handBack, handOver, lentCases } from './service/hand-over.ts';
export { mergeRecords, type OfRecord, unmergeRecords } from './service/merge.ts';
export { markRead, type NewMessage, sendMessage } from './service/messages.ts';
export { type Misplaced, undoMisplaced } from './service/misplaced.ts';
export { askOtherTeam, endForMove, otherTeams, staysHere } from './service/move.ts';
export {
  closeOwnRequest,
  type NewResident,
  patientOf,
  type Referral,
  refer,
  registerResident,
  undoReferral,
  withdrawReferral,
} from './service/refer.ts';
export { type OnwardReferral, propose, referOn } from './service/refer-on.ts';
export { type OwnWish, referSelf } from './service/refer-self.ts';
export { assign, type Step, takeStep } from './service/task.ts';
export { liftWithheld, WITHHOLD_REASONS, withhold } from './service/withhold.ts';
export { outcomeOf, type ReferralTask, type Request, stopReasonOf } from './shapes.ts';
export { type OnLate, sweepClocks } from './sweep.ts';
export { sweepPauses } from './sweep-pauses.ts';
