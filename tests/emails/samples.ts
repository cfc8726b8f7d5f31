import type { Message, MessageOf } from "#emails/message";
import type { CalendarEntry } from "~/domain/events/calendar";

export const link = "https://samvirk.example/vestland/answer/q7Vd2mXr8LkTz0PbNc4HyA";

export const calendar: CalendarEntry = {
  method: "REQUEST",
  uid: "0192f0c1-8c3b-7e55-9d0f-4a2b8c1d3e5f@samvirk.example",
  sequence: 0,
  stamp: "2027-04-02T11:15:30Z",
  startsAt: "2027-05-26T07:00:00Z",
  endsAt: "2027-05-26T09:30:00Z",
  zone: "Europe/Oslo",
  title: "Dialogmøte om «Leve heile livet»",
  description: "Vel møtt.",
  location: "Vossevangen, møterom 3",
  url: "https://samvirk.example/vestland/events/17",
  organizer: { name: "Statsforvaltaren i Vestland", address: "samvirk@vestland.example" },
  attendee: { name: "Kontaktperson, Voss", address: "kontakt@voss.example", answer: "needs-action" },
  language: "nn",
};

const aboutEvent = {
  regionName: "Vestland",
  sender: "Statsforvaltaren i Vestland",
  municipality: "Voss",
  event: {
    title: "Dialogmøte om «Leve heile livet»",
    description: "Første avsnitt\nmed to linjer.\n\nAndre avsnitt <b>& meir</b>.",
    startsAt: "2027-05-26T07:00:00Z",
    endsAt: "2027-05-26T09:30:00Z",
    zone: "Europe/Oslo",
    place: "Vossevangen, møterom 3",
    link: "https://samvirk.example/vestland/events/17",
  },
};

export const signIn: MessageOf<"sign-in"> = { kind: "sign-in", code: "048213", browserHint: "Firefox på Windows" };

export const roleInvitation: MessageOf<"role-invitation"> = {
  kind: "role-invitation",
  regionName: "Vestland",
  role: "contact_person",
  municipality: "Voss",
  validUntil: "2027-04-09T11:00:00Z",
};

export const invitation: MessageOf<"event-invitation"> = {
  kind: "event-invitation",
  ...aboutEvent,
  calendar,
  replyBy: "2027-05-12",
};

export const update: MessageOf<"event-update"> = {
  kind: "event-update",
  ...aboutEvent,
  calendar: { ...calendar, sequence: 1 },
  changes: ["time", "place"],
  before: { startsAt: "2027-05-26T06:00:00Z", endsAt: "2027-05-26T08:30:00Z", place: "Voss tinghus" },
  answer: "accepted",
  replyBy: null,
};

export const cancellation: MessageOf<"event-cancellation"> = {
  kind: "event-cancellation",
  ...aboutEvent,
  calendar: { ...calendar, method: "CANCEL", sequence: 2 },
  scope: "event",
};

export const confirmation: MessageOf<"answer-confirmation"> = {
  kind: "answer-confirmation",
  ...aboutEvent,
  answer: "tentative",
};

const answeredFor: MessageOf<"event-answered-for"> = {
  kind: "event-answered-for",
  ...aboutEvent,
  calendar: { ...calendar, sequence: 1, attendee: { ...calendar.attendee, answer: "accepted" } },
  answer: "accepted",
};

export const passedOn: MessageOf<"event-passed-on"> = {
  kind: "event-passed-on",
  ...aboutEvent,
  calendar: { ...calendar, method: "CANCEL", scope: "attendee", sequence: 1 },
  successor: "Rådgjevar, Voss",
};

export const reminder: MessageOf<"event-reminder"> = {
  kind: "event-reminder",
  ...aboutEvent,
  about: "unanswered",
  answer: "needs-action",
  replyBy: "2027-05-12",
};

export const substituted: MessageOf<"event-substituted"> = {
  kind: "event-substituted",
  ...aboutEvent,
  calendar: { ...calendar, method: "CANCEL", scope: "attendee", sequence: 1 },
  substitute: "Rådgjevar, Voss",
  calledUp: false,
};

export const substitutionEnded: MessageOf<"event-substitution-ended"> = {
  kind: "event-substitution-ended",
  ...aboutEvent,
  calendar: { ...calendar, method: "CANCEL", scope: "attendee", sequence: 1 },
  first: "Kontaktperson, Voss",
  why: "comes",
};

export const substituteCannot: MessageOf<"substitute-cannot"> = {
  kind: "substitute-cannot",
  ...aboutEvent,
  substitute: "Rådgjevar, Voss",
  next: null,
};

export const memberCases: MessageOf<"member-cases"> = {
  kind: "member-cases",
  regionName: "Vestregionen",
  sender: "Vestregionens sekretariat",
  body: "Rådmannsgruppen",
  count: 3,
  answerBy: "2027-04-16T11:00:00Z",
  zone: "Europe/Oslo",
  reminder: false,
};

const reportRows: MessageOf<"report-rows"> = {
  kind: "report-rows",
  regionName: "Vestregionen",
  sender: "Vestregionens sekretariat",
  round: "Tertialrapport 1 – 2027",
  count: 3,
  rows: ["Delta i arbeidsgrupper", "Holde frokostmøter"],
  rowsBy: "2027-05-14",
  reminder: "before",
};

export const handoverRequest: MessageOf<"handover-request"> = {
  kind: "handover-request",
  regionName: "Vestland",
  sender: "Statsforvaltaren i Vestland",
  municipality: "Voss",
  validUntil: "2027-04-16T11:00:00Z",
  zone: "Europe/Oslo",
};

export const welcome: MessageOf<"handover-welcome"> = {
  kind: "handover-welcome",
  regionName: "Vestland",
  sender: "Statsforvaltaren i Vestland",
  municipality: "Voss",
  municipalityNumber: "4621",
  events: [
    {
      title: "Dialogmøte om «Leve heile livet»",
      startsAt: "2027-05-26T07:00:00Z",
      endsAt: "2027-05-26T09:30:00Z",
      zone: "Europe/Oslo",
      place: "Vossevangen, møterom 3",
      replyBy: "2027-05-12",
    },
    {
      title: "Nettverkssamling",
      startsAt: "2027-06-02T07:00:00Z",
      endsAt: "2027-06-02T11:00:00Z",
      zone: "Europe/Oslo",
      place: null,
      replyBy: null,
    },
  ],
};

const { description: _, link: __, ...told } = aboutEvent.event;

export const feedbackRequest: MessageOf<"feedback-request"> = {
  kind: "feedback-request",
  regionName: "Vestland",
  sender: "Statsforvaltaren i Vestland",
  event: told,
  closesOn: "2027-07-25",
};

const aboutRegistration = { ...aboutEvent, municipality: null, way: "online" as const, choice: true };
const accepted = { ...calendar, rsvp: false, attendee: { ...calendar.attendee, answer: "accepted" as const } };
const joinLink = aboutEvent.event.link;

export const registered: MessageOf<"registration-confirmed"> = {
  kind: "registration-confirmed",
  ...aboutRegistration,
  calendar: accepted,
  joinLink: null,
};

export const registrations: Message[] = [
  registered,
  { kind: "registration-waiting", ...aboutRegistration, position: 3 },
  { kind: "registration-pending", ...aboutRegistration },
  { kind: "registration-offered", ...aboutRegistration, until: "2027-05-20T10:00:00Z" },
  { kind: "registration-refused", ...aboutRegistration },
  {
    kind: "registration-cancelled",
    ...aboutRegistration,
    calendar: { ...accepted, method: "CANCEL", scope: "attendee", sequence: 1 },
    by: "self",
  },
  {
    kind: "registration-update",
    ...aboutRegistration,
    calendar: { ...accepted, sequence: 1 },
    changes: ["time"],
    before: { startsAt: "2027-05-26T06:00:00Z", endsAt: "2027-05-26T08:30:00Z" },
  },
  { kind: "registration-join", ...aboutRegistration, joinLink },
];

const ofRule = { regionName: "Vestland", path: "/r/vestland/newsletters/17" };
const window = { from: "2027-05-01", to: "2027-06-30" };

/** What the rules write to those who work with the region. */
export const ruleMessages: Message[] = [
  { kind: "issue-draft", ...ofRule, ...window, title: "Nytt frå regionen", made: true, sendOn: "2027-05-03" },
  { kind: "issue-draft", ...ofRule, ...window, title: "Nytt frå regionen", made: false, sendOn: null },
  { kind: "issue-reminder", ...ofRule, title: "Nytt frå regionen", closesOn: "2027-06-30" },
  {
    kind: "minutes-remarks",
    regionName: "Vestregionen",
    body: "Rådmannsgruppen",
    day: "2027-06-01",
    remarksBy: "2027-06-08",
  },
  { kind: "approval-request", ...ofRule, title: "Nytt frå regionen 1/2027", askedBy: "Koordinator, Vestland" },
  {
    ...{ kind: "event-draft", ...ofRule, title: "Samling for kontaktpersonar", day: "2027-05-26", made: true },
    ...{ inviteOn: "2027-04-28", audience: "Kontaktpersonane i kommunane" },
  },
  {
    ...{ kind: "event-draft", ...ofRule, title: "Samling for kontaktpersonar", day: "2027-05-26", made: false },
    ...{ inviteOn: null, audience: null },
  },
  { kind: "publication-reminder", ...ofRule, ...window, title: "Podkast om mat og måltid", closing: false },
  { kind: "publication-reminder", ...ofRule, ...window, title: "Podkast om mat og måltid", closing: true },
  {
    ...{ kind: "due-list", ...ofRule, from: "2027-05-03", to: "2027-05-16" },
    waiting: [{ day: "2027-05-03", what: "issue", title: "Nytt frå regionen 1/2027", recipients: 0 }],
    coming: [
      { day: "2027-05-04", what: "invitation", title: "Samling for kontaktpersonar", recipients: 43 },
      { day: "2027-05-14", what: "window", title: "Podkast om mat og måltid", recipients: 0 },
    ],
  },
  { kind: "due-list", ...ofRule, from: "2027-07-05", to: "2027-07-18", waiting: [], coming: [] },
  {
    ...{ kind: "stale-activities", ...ofRule, count: 3 },
    activities: [
      { name: "Holde samlinger", measure: "Dele kompetanse", kind: "overdue", since: "2027-04-14" },
      { name: "Nettverk", measure: "Nettverk", kind: "silent", since: "2027-04-30" },
    ],
  },
];

const subscriptionConfirmation: MessageOf<"subscription-confirmation"> = {
  kind: "subscription-confirmation",
  regionName: "Vestland",
  sender: "Statsforvaltaren i Vestland",
  newsletters: ["Nyheitsbrev", "Kurs og opptak"],
  validUntil: "2027-05-10T08:00:00Z",
  zone: "Europe/Oslo",
};

export const everyMessage: Message[] = [
  ...ruleMessages,
  signIn,
  roleInvitation,
  invitation,
  update,
  cancellation,
  confirmation,
  answeredFor,
  passedOn,
  reminder,
  substituted,
  substitutionEnded,
  substituteCannot,
  memberCases,
  reportRows,
  handoverRequest,
  welcome,
  ...registrations,
  feedbackRequest,
  subscriptionConfirmation,
];
