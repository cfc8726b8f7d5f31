import { readdirSync, readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import type { RouteConfigEntry } from "@remix-run/route-config";
import pg from "pg";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningApp, startApp } from "#tests/support/app";
import { openBrowser } from "#tests/support/browser";
import { addMeeting } from "#tests/support/meeting";
import routes from "~/routes";
import { makeScene, type Scene } from "./scene";

type Visit = {
  who: "coordinator" | "contact" | "guest" | "directorate";
  at: (scene: Scene) => string;
  status?: number;
  open?: true;
};

const home = "/r/vestland";
const coordinator = (at: Visit["at"], more: Partial<Visit> = {}): Visit => ({ who: "coordinator", at, ...more });
const guest = (at: Visit["at"], status = 200): Visit => ({ who: "guest", at, status });

/** Where each page is seen, in the states that look different, by the page's file under app/routes. */
const visits: Record<string, Visit[]> = {
  "public/front": [guest(() => "/"), coordinator(() => "/")],
  "public/privacy": [guest(() => "/privacy")],
  "public/accessibility": [guest(() => "/accessibility")],
  "registrations/public-event": [
    guest((scene) => scene.webinar.page),
    guest(() => "/vestland/events/00000000-0000-7000-8000-000000000000", 404),
  ],
  "registrations/registration": [
    guest((scene) => scene.webinar.own),
    guest((scene) => scene.webinar.waiting),
    guest(() => "/vestland/registration/none", 404),
  ],
  "registrations/registrations": [
    coordinator((scene) => scene.webinar.home),
    coordinator((scene) => `${scene.webinar.home}?state=waiting`, { open: true }),
    coordinator((scene) => `${scene.events.draft}/registrations`),
  ],
  "registrations/settings": [coordinator((scene) => `${scene.webinar.home}/settings`, { open: true })],
  "registrations/registration-of": [coordinator((scene) => scene.webinar.one)],
  "accounts/projects": [
    coordinator(() => `${home}/accounts`),
    coordinator(() => `${home}/accounts?add`),
    { who: "contact", at: () => `${home}/accounts`, status: 403 },
  ],
  "accounts/round-accounts": [
    coordinator((scene) => `${scene.report.home}/accounts`),
    coordinator((scene) => `${scene.report.home}/accounts?add`),
  ],
  "accounts/accounts-import": [
    coordinator((scene) => `${scene.report.home}/accounts/import`),
    coordinator((scene) => scene.report.accountFile),
  ],
  "bodies/bodies": [coordinator(() => `${home}/bodies`)],
  "bodies/new-body": [coordinator(() => `${home}/bodies/new`)],
  "bodies/all-members": [coordinator(() => `${home}/body-members`)],
  "bodies/meeting-plan": [
    coordinator((scene) => scene.bodies.plan),
    coordinator((scene) => `${scene.bodies.plan}?add`),
    coordinator((scene) => `${scene.bodies.plan}?decide`),
    coordinator(() => `${home}/bodies/plan/1999`),
  ],
  "bodies/body": [coordinator((scene) => scene.bodies.one)],
  "bodies/edit-body": [coordinator((scene) => `${scene.bodies.one}/edit`)],
  "bodies/body-members": ["person&q=kontakt", "office", "many"].map((kind) =>
    coordinator((scene) => `${scene.bodies.one}/members?add=${kind}`),
  ),
  "bodies/body-member": [coordinator((scene) => scene.bodies.member)],
  "cases/cases": [
    coordinator((scene) => scene.cases.queue),
    coordinator((scene) => `${scene.cases.queue}&show=on_agenda`),
  ],
  "cases/new-case": [coordinator(() => `${home}/cases/new`)],
  "cases/case": [coordinator((scene) => scene.cases.one), coordinator((scene) => scene.cases.waiting)],
  "cases/edit-case": [coordinator((scene) => `${scene.cases.waiting}/edit`)],
  "cases/new-meeting": [coordinator((scene) => `${scene.cases.body}/meetings/new`)],
  "cases/agenda": [coordinator((scene) => scene.cases.meeting)],
  "cases/set-agenda": [coordinator((scene) => `${scene.cases.meeting}/agenda`)],
  "cases/notice": [coordinator((scene) => `${scene.cases.meeting}/notice`)],
  "cases/decisions": [
    coordinator(() => `${home}/decisions`),
    coordinator(() => `${home}/decisions?show=done`),
    coordinator(() => `${home}/decisions?show=taken`),
  ],
  "cases/new-follow-up": [coordinator(() => `${home}/decisions/new`)],
  "cases/follow-up": [coordinator((scene) => scene.cases.followUp)],
  "cases/public-cases": [guest(() => "/vestland/cases"), guest(() => "/vestland/cases?q=finst+ikkje")],
  "cases/public-case": [
    guest((scene) => scene.cases.open),
    guest(() => "/vestland/cases/00000000-0000-7000-8000-000000000000", 404),
  ],
  "public/not-found": [guest(() => "/nowhere/at/all", 404)],
  "auth/sign-in": [guest(() => "/sign-in")],
  "auth/code": [guest(() => "/sign-in/code")],
  "auth/link": [guest((scene) => scene.signInLink)],
  "auth/take-role": [guest((scene) => scene.roleLink), guest(() => "/vestland/take-role/none", 404)],
  "minutes/live": [
    coordinator(({ meetings: { live } }) => `${live.page}?item=${live.items["Møteplan for neste år"]}`, { open: true }),
    coordinator(({ meetings: { live } }) => `${live.page}?item=${live.items.Helsesamarbeidet}&ask=close`),
    coordinator(({ meetings: { live } }) => `${live.page}?item=presence`),
    coordinator(({ meetings: { waiting } }) => waiting.page),
    { who: "contact", at: ({ meetings: { live } }) => live.page, status: 403 },
  ],
  "minutes/minutes": [
    coordinator(({ meetings: { ended } }) => ended.page.replace(/live$/, "minutes")),
    coordinator(({ meetings: { live } }) => live.page.replace(/live$/, "minutes")),
    { who: "contact", at: ({ meetings: { ended } }) => ended.page.replace(/live$/, "minutes"), status: 403 },
  ],
  "minutes/edit-minutes": [coordinator(({ meetings: { ended } }) => ended.page.replace(/live$/, "minutes/edit"))],
  "minutes/remarks": [
    coordinator(({ meetings: { ended } }) => ended.page.replace(/live$/, "remarks")),
    coordinator(({ meetings: { waiting } }) => waiting.page.replace(/live$/, "remarks")),
  ],
  "minutes/remark-link": [guest(() => "/vestland/remarks/none", 404)],
  "documents/minutes-import": [
    coordinator(() => `${home}/bodies/import`),
    coordinator(() => `${home}/bodies/import?import=00000000-0000-7000-8000-000000000000`, { status: 404 }),
  ],
  "documents/status-report-import": [
    coordinator(() => `${home}/reports/import`),
    coordinator(({ reportImport }) => reportImport),
    coordinator(() => `${home}/reports/import?import=00000000-0000-7000-8000-000000000000`, { status: 404 }),
  ],
  "minutes/presence": [coordinator(({ meetings: { waiting } }) => waiting.page.replace(/live$/, "presence"))],
  "minutes/electronic": [coordinator(({ meetings: { waiting } }) => waiting.page.replace(/live$/, "electronic"))],
  "minutes/member-cases": [guest(() => "/vestland/electronic/none", 404)],
  "auth/account": [coordinator(() => "/account")],
  "auth/sessions": [coordinator(() => "/account/sessions")],
  "delivery/mailbox": [guest(() => "/mailbox?to=voss"), guest(() => "/mailbox?to=nobody")],
  "delivery/mailbox-message": [guest((scene) => scene.message)],
  "overview/overview": [coordinator(() => home), { who: "contact", at: () => home }],
  "communications-plan/plans": [coordinator(() => `${home}/plan`)],
  "communications-plan/plan-calendar": [
    coordinator(() => `${home}/plan/2021/calendar?month=2021-05`),
    coordinator(() => `${home}/plan/2021/calendar?month=2021-07`),
  ],
  "communications-plan/plan-timeline": [
    coordinator(() => `${home}/plan/2021/timeline`),
    coordinator(() => `${home}/plan/2021/timeline?group=responsible`),
  ],
  "communications-plan/plan-due": [coordinator(() => `${home}/plan/2021/due`)],
  "communications-plan/plan": [
    coordinator(() => `${home}/plan/2021`),
    coordinator(() => `${home}/plan/2021?group=month`, { open: true }),
    { who: "contact", at: () => `${home}/plan/2021`, status: 403 },
  ],
  "communications-plan/plan-document": [
    coordinator(() => `${home}/plan/2021/document`),
    coordinator(() => `${home}/plan/2021/document?channel=webinar&parts=plan&rows=one&states=1&written=en`),
    { who: "contact", at: () => `${home}/plan/2021/document`, status: 403 },
  ],
  "communications-plan/new-plan": [coordinator(() => `${home}/plan/new`)],
  "communications-plan/about-plan": [
    coordinator(() => `${home}/plan/2021/about`),
    coordinator(() => `${home}/plan/2021/about?ask=close`),
    coordinator(() => `${home}/plan/2022-2023/about`),
  ],
  "communications-plan/edit-plan": [coordinator(() => `${home}/plan/2021/edit`)],
  "communications-plan/adopt-plan": [coordinator(() => `${home}/plan/2021/adopt`)],
  "communications-plan/plan-changes": [
    coordinator(() => `${home}/plan/2021/changes`),
    coordinator(() => `${home}/plan/2022-2023/changes`),
  ],
  "communications-plan/carry-over": [
    coordinator(() => `${home}/plan/2021/carry-over`),
    coordinator(() => `${home}/plan/2021/carry-over?to=new&from=2024-01-01&until=2024-12-31`),
    coordinator(() => `${home}/plan/2021/carry-over?to=new&from=2021-06-01&until=2022-05-31`),
  ],
  "communications-plan/plan-wheel": [
    coordinator(() => `${home}/plan/2021/wheel`),
    coordinator(() => `${home}/plan/2022-2023/wheel?ring=actor&year=2023&channel=letter`),
    { who: "contact", at: () => `${home}/plan/2021/wheel`, status: 403 },
  ],
  "communications-plan/plan-row": [coordinator((scene) => scene.row)],
  "communications-plan/new-plan-row": [coordinator(() => `${home}/plan/2021/rows/new`)],
  "communications-plan/move-plan-row": [coordinator((scene) => `${scene.row}/move`)],
  "communications-plan/remove-plan-row": [coordinator((scene) => `${scene.row}/remove`)],
  "communications-plan/edit-plan-row": [coordinator((scene) => `${scene.row}/edit`)],
  "communications-plan/row-proposals": [coordinator((scene) => `${scene.row}/proposals`)],
  "reports/reports": [coordinator(() => `${home}/reports`)],
  "reports/new-round": [coordinator(() => `${home}/reports/new`)],
  "reports/round": [
    coordinator((scene) => scene.report.home),
    { who: "contact", at: (scene) => scene.report.home, status: 403 },
  ],
  "reports/form": [coordinator((scene) => `${scene.report.home}/form`, { open: true })],
  "reports/new-row": [coordinator((scene) => `${scene.report.home}/rows/new`)],
  "reports/row": [coordinator((scene) => scene.report.row)],
  "reports/figures": [
    coordinator((scene) => `${scene.report.home}/figures`),
    coordinator((scene) => `${scene.report.submitted}/figures`),
    { who: "contact", at: (scene) => `${scene.report.home}/figures`, status: 403 },
  ],
  "reports/texts": [coordinator((scene) => `${scene.report.home}/texts`)],
  "reports/report": [coordinator((scene) => `${scene.report.home}/report`)],
  "reports/submit": [
    coordinator((scene) => `${scene.report.home}/submit`),
    coordinator((scene) => `${scene.report.submitted}/submit`),
  ],
  "reports/version": [
    coordinator((scene) => `${scene.report.submitted}/versions/1`),
    coordinator((scene) => `${scene.report.submitted}/versions/2`),
    coordinator((scene) => `${scene.report.submitted}/versions/3`, { status: 404 }),
  ],
  "reports/own-rows": [guest((scene) => scene.report.link), guest(() => "/vestland/report/none", 404)],
  "accounts/fees": [coordinator(() => `${home}/fees`), coordinator(() => `${home}/fees?open=new`)],
  "accounts/fee": [
    coordinator((scene) => scene.fees.draft),
    coordinator((scene) => scene.fees.fixed),
    coordinator((scene) => `${scene.fees.draft}?open=rate`),
  ],
  "reports/roll-up": [{ who: "directorate", at: () => "/roll-up" }],
  "reports/roll-up-round": [{ who: "directorate", at: (scene) => scene.rollUp.home }],
  "reports/roll-up-report": [{ who: "directorate", at: (scene) => scene.rollUp.report }],
  "action-plan/plans": [coordinator(() => `${home}/action-plan`)],
  "action-plan/new-plan": [coordinator(() => `${home}/action-plan/new`)],
  "action-plan/import": [coordinator(() => `${home}/action-plan/import`)],
  "action-plan/import-preview": [coordinator((scene) => scene.actionPlan.preview)],
  "action-plan/plan": [
    coordinator((scene) => scene.actionPlan.home),
    coordinator((scene) => `${scene.actionPlan.home}?q=ingenting`, { open: true }),
    { who: "contact", at: (scene) => scene.actionPlan.home, status: 403 },
  ],
  "action-plan/view": ["board", "tree", "timeline"].map((view) =>
    coordinator((scene) => `${scene.actionPlan.home}/${view}`),
  ),
  "action-plan/about": [coordinator((scene) => `${scene.actionPlan.home}/about`)],
  "action-plan/edit-plan": [coordinator((scene) => `${scene.actionPlan.home}/edit`)],
  "action-plan/adopt": [coordinator((scene) => `${scene.actionPlan.home}/adopt`)],
  "action-plan/carry-over": [coordinator((scene) => `${scene.actionPlan.home}/carry-over`)],
  "action-plan/version": [coordinator((scene) => `${scene.actionPlan.home}/versions/1`)],
  "action-plan/focus-area": [coordinator((scene) => scene.actionPlan.focusArea)],
  "action-plan/new-focus-area": [coordinator((scene) => `${scene.actionPlan.home}/focus-areas/new`)],
  "action-plan/edit-focus-area": [coordinator((scene) => `${scene.actionPlan.focusArea}/edit`)],
  "action-plan/new-activity": [coordinator((scene) => `${scene.actionPlan.home}/activities/new`)],
  "action-plan/activity": [coordinator((scene) => scene.actionPlan.activity)],
  "action-plan/edit-activity": [coordinator((scene) => `${scene.actionPlan.activity}/edit`)],
  "action-plan/remove-activity": [coordinator((scene) => `${scene.actionPlan.activity}/remove`)],
  "actors/actors": [coordinator(() => `${home}/actors`)],
  "actors/actors-in-plan": [coordinator(() => `${home}/actors/in-plan`)],
  "actors/actor-names": [coordinator(() => `${home}/actors/names`)],
  "actors/new-actor": [coordinator(() => `${home}/actors/new`)],
  "actors/actor": [coordinator((scene) => scene.actor), coordinator((scene) => scene.unit)],
  "actors/edit-actor": [coordinator((scene) => `${scene.actor}/edit`)],
  "groups/groups": [coordinator(() => `${home}/groups`)],
  "groups/new-group": [coordinator(() => `${home}/groups/new`)],
  "groups/group": [coordinator((scene) => scene.group)],
  "groups/edit-group": [coordinator((scene) => `${scene.group}/edit`)],
  "responsibility/responsibility": [
    coordinator(() => `${home}/responsibility?period=2021`),
    coordinator(() => `${home}/responsibility?show=tasks`),
  ],
  "responsibility/row": [coordinator((scene) => scene.matrixRow)],
  "responsibility/new-task": [coordinator(() => `${home}/responsibility/tasks/new`)],
  "responsibility/task": [coordinator((scene) => scene.task)],
  "networks/new-network": [coordinator(() => `${home}/networks/new`)],
  "networks/edit-network": [coordinator((scene) => `${scene.network}/edit`)],
  "municipalities/areas": [coordinator(() => `${home}/municipalities/areas`)],
  "municipalities/new-area": [coordinator(() => `${home}/municipalities/areas/new`)],
  "municipalities/area": [coordinator((scene) => scene.area)],
  "municipalities/edit-area": [coordinator((scene) => `${scene.area}/edit`)],
  "municipalities/register": [coordinator(() => `${home}/municipalities/register?day=2017-06-01`)],
  "municipalities/sheet": [coordinator(() => `${home}/municipalities/sheet`), coordinator((scene) => scene.sheet)],
  "municipalities/edit-municipality": [coordinator((scene) => `${scene.vacant}/edit`)],
  "audiences/audiences": [coordinator(() => `${home}/audiences`)],
  "audiences/audience-words": [coordinator(() => `${home}/audiences/words`)],
  "audiences/new-audience": [coordinator(() => `${home}/audiences/new`)],
  "audiences/audience": [coordinator((scene) => scene.audience)],
  "audiences/edit-audience": [coordinator((scene) => `${scene.audience}/edit`)],
  "overview/own-invitations": [
    coordinator(() => `${home}/invitations`),
    { who: "contact", at: () => `${home}/invitations` },
  ],
  "feeds/own-feed": [coordinator(() => `${home}/feed`)],
  "feeds/public-calendar": [
    guest(() => "/vestland/calendar"),
    guest(() => "/vestland/calendar?kind=podcast_recording"),
    guest(() => "/nowhere-at-all/calendar", 404),
  ],
  "regions/public-region": [guest(() => "/vestland"), guest(() => "/nowhere-at-all", 404)],
  "networks/public-network": [guest((scene) => scene.openNetwork)],
  "handover/handover": [guest((scene) => scene.handoverLink), guest(() => "/vestland/handover/none", 404)],
  "networks/networks": [coordinator(() => `${home}/networks`)],
  "networks/network-proposals": [coordinator((scene) => `${scene.network}/proposals`)],
  "networks/network": [coordinator((scene) => scene.network)],
  "municipalities/municipalities": [coordinator(() => `${home}/municipalities`)],
  "municipalities/municipality": [
    coordinator((scene) => scene.vacant),
    { who: "contact", at: (scene) => scene.ownMunicipality },
  ],
  "events/events": [coordinator(() => `${home}/events`), coordinator(() => `${home}/events?when=past`)],
  "events/new-event": [coordinator(() => `${home}/events/new`)],
  "events/event": [
    coordinator((scene) => scene.events.published),
    coordinator((scene) => `${scene.events.published}?answers=accepted`),
    coordinator((scene) => scene.events.draft),
    coordinator((scene) => scene.events.cancelled),
    coordinator((scene) => scene.events.moved),
  ],
  "events/programme": [
    coordinator((scene) => `${scene.events.published}/programme`),
    coordinator((scene) => scene.events.item),
    coordinator((scene) => `${scene.events.draft}/programme`),
  ],
  "events/duplicate-event": [coordinator((scene) => `${scene.events.published}/duplicate`)],
  "events/series": [
    coordinator((scene) => `${scene.events.draft}/series?way=weeks&every=2&count=8`),
    coordinator((scene) => `${scene.events.gathering}/series?cancel=rest`),
  ],
  "events/remove-draft": [
    coordinator((scene) => `${scene.events.draft}/remove`),
    coordinator((scene) => `${scene.events.published}/remove`),
  ],
  "events/edit-event": [coordinator((scene) => `${scene.events.published}/edit`)],
  "events/invite": [
    coordinator((scene) => `${scene.events.draft}/invite`),
    coordinator((scene) => `${scene.events.published}/invite`),
  ],
  "events/reminders": [
    coordinator((scene) => `${scene.events.published}/reminders`),
    coordinator((scene) => `${scene.events.published}/reminders?mail=coming`),
    coordinator((scene) => `${scene.events.cancelled}/reminders`),
  ],
  "events/withdraw-invitation": [coordinator((scene) => `${scene.invitations.silent}/withdraw`)],
  "events/cancel-event": [coordinator((scene) => `${scene.events.published}/cancel`)],
  "events/substitute": [
    coordinator((scene) => `${home}/invitations/${scene.invitations.silent.slice(-36)}/substitute`),
    coordinator(() => `${home}/invitations/none/substitute`, { status: 404 }),
  ],
  "events/deputies": [coordinator(() => `${home}/deputies`)],
  "events/municipality-deputies": [
    coordinator((scene) => scene.vacant.replace("/municipalities/", "/deputies/municipality/")),
    { who: "contact", at: (scene) => scene.ownMunicipality.replace("/municipalities/", "/deputies/municipality/") },
  ],
  "events/person-deputies": [coordinator((scene) => scene.member.replace("/settings/members/", "/deputies/person/"))],
  "events/invitation": [
    coordinator((scene) => scene.invitations.told),
    coordinator((scene) => scene.invitations.silent),
    coordinator(() => `${home}/events/none/invitations/none`, { status: 404 }),
  ],
  "events/replies": [
    coordinator((scene) => `${scene.events.published}/replies`),
    coordinator((scene) => `${scene.events.draft}/replies`),
  ],
  "events/needs": [
    coordinator((scene) => `${scene.events.published}/needs`),
    coordinator((scene) => `${scene.events.draft}/needs`),
  ],
  "events/answer": [
    guest((scene) => scene.answers.open),
    guest((scene) => scene.answers.yes),
    guest((scene) => scene.answers.again),
    guest((scene) => scene.answers.cancelled),
    guest((scene) => scene.answers.gone, 404),
  ],
  "events/recording": [
    coordinator((scene) => `${scene.events.held}/recording`),
    coordinator((scene) => `${scene.events.published}/recording`),
  ],
  "events/public-recordings": [guest(() => "/vestland/recordings"), guest(() => "/nowhere-at-all/recordings", 404)],
  "attendance/attendance": [
    coordinator((scene) => `${scene.events.held}/attendance`),
    coordinator((scene) => `${scene.events.held}/attendance?q=voss`),
    coordinator((scene) => `${scene.events.published}/attendance`),
    { who: "contact", at: (scene) => `${scene.events.held}/attendance`, status: 403 },
  ],
  "attendance/certificates": [
    coordinator((scene) => `${scene.events.held}/attendance/certificates`),
    coordinator((scene) => `${scene.events.published}/attendance/certificates`),
  ],
  "attendance/report": [coordinator((scene) => `${scene.events.held}/attendance/report`)],
  "attendance/check-in": [coordinator((scene) => `${scene.events.held}/check-in/${scene.after.ticket}`)],
  "attendance/over-time": [
    coordinator(() => `${home}/attendance`),
    coordinator(() => `${home}/attendance?by=event`),
    coordinator(() => `${home}/attendance?period=2021&kind=webinar`),
  ],
  "attendance/answer-certificate": [
    guest((scene) => `${scene.after.answer}/certificate`),
    guest((scene) => `${scene.answers.yes}/certificate`, 404),
  ],
  "attendance/registration-certificate": [
    guest((scene) => `${scene.after.registration}/certificate`),
    guest(() => "/vestland/registration/none/certificate", 404),
  ],
  "feedback/results": [
    coordinator((scene) => `${scene.events.held}/feedback`),
    coordinator((scene) => `${scene.events.published}/feedback`),
  ],
  "feedback/questions": [coordinator((scene) => `${scene.events.published}/feedback/questions`)],
  "feedback/feedback": [
    guest((scene) => scene.after.feedback),
    guest((scene) => scene.after.sent),
    guest(() => "/vestland/feedback/none", 404),
  ],
  "papers/papers": [
    coordinator((scene) => `${scene.events.published}/papers`),
    coordinator((scene) => `${scene.events.draft}/papers`),
  ],
  "publications/publications": [
    coordinator(() => `${home}/publications`),
    coordinator(() => `${home}/publications?kind=talk&q=finst-ikkje`),
  ],
  "publications/new-publication": [
    coordinator(() => `${home}/publications/new`),
    coordinator((scene) => `${home}/publications/new?row=${scene.row.slice(-36)}`),
  ],
  "publications/publication": [
    coordinator((scene) => scene.publication),
    coordinator((scene) => `${scene.publication}?remove`),
  ],
  "publications/edit-publication": [coordinator((scene) => `${scene.publication}/edit`)],
  "publications/public-publications": [
    guest(() => "/vestland/publications"),
    guest(() => "/nowhere-at-all/publications", 404),
  ],
  "newsletters/newsletters": [coordinator(() => `${home}/newsletters`)],
  "newsletters/issue": [coordinator((scene) => scene.newsletter.draft), coordinator((scene) => scene.newsletter.sent)],
  "newsletters/new-newsletter": [coordinator(() => `${home}/newsletters/settings/new`)],
  "newsletters/newsletter-settings": [
    coordinator((scene) => scene.newsletter.settings),
    coordinator((scene) => `${scene.newsletter.settings}?end`),
  ],
  "newsletters/notes": [coordinator(() => `${home}/newsletters/notes`)],
  "newsletters/new-note": [coordinator(() => `${home}/newsletters/notes/new`)],
  "newsletters/note": [
    coordinator((scene) => scene.newsletter.note),
    coordinator((scene) => `${scene.newsletter.note}?remove`),
  ],
  "newsletters/recipients": [
    coordinator((scene) => `${scene.newsletter.draft}/recipients`),
    coordinator((scene) => `${scene.newsletter.sent}/recipients`),
  ],
  "newsletters/send-issue": [
    coordinator((scene) => `${scene.newsletter.draft}/send`),
    coordinator((scene) => `${scene.newsletter.sent}/send`),
  ],
  "newsletters/public-newsletters": [
    guest(() => "/vestland/newsletters"),
    guest(() => "/nowhere-at-all/newsletters", 404),
  ],
  "newsletters/public-issue": [
    guest((scene) => scene.subscription.issue),
    guest(() => "/vestland/newsletters/00000000-0000-7000-8000-000000000000", 404),
  ],
  "subscriptions/confirm": [
    guest((scene) => scene.subscription.confirm),
    guest(() => "/vestland/subscription/none", 404),
  ],
  "subscriptions/unsubscribe": [
    guest((scene) => scene.subscription.leave),
    guest(() => "/vestland/unsubscribe/none", 404),
  ],
  "subscriptions/preferences": [
    guest((scene) => scene.subscription.choose),
    guest(() => "/vestland/preferences/none", 404),
  ],
  "subscriptions/subscribers": [
    coordinator((scene) => scene.subscription.subscribers),
    coordinator((scene) => `${scene.subscription.subscribers}?list=left`),
  ],
  "delivery/deliveries": [coordinator(() => `${home}/deliveries?state=failed`)],
  "delivery/delivery": [coordinator((scene) => scene.delivery)],
  "documents/import": [coordinator(() => `${home}/import`)],
  "documents/import-preview": [
    coordinator((scene) => scene.imports.asking),
    coordinator((scene) => scene.imports.problems),
  ],
  "regions/region-settings": [coordinator(() => `${home}/settings/region`)],
  "regions/mail-settings": [coordinator(() => `${home}/settings/mail`)],
  "communications-plan/channels": [
    coordinator(() => `${home}/settings/channels`),
    coordinator(() => `${home}/settings/channels?channel=podcast`),
  ],
  "regions/holidays": [coordinator(() => `${home}/settings/holidays`)],
  "documents/templates": [coordinator(() => `${home}/settings/templates`)],
  "documents/template": [
    coordinator((scene) => scene.template),
    coordinator((scene) => `${scene.template}?remove=yes`),
    coordinator(() => `${home}/settings/templates/none`, { status: 404 }),
  ],
  "documents/holiday-sheet": [coordinator(() => `${home}/settings/holidays/import`)],
  "people/members": [coordinator(() => `${home}/settings/members?add=1`)],
  "people/member": [coordinator((scene) => scene.member)],
  "automation/rules": [
    coordinator(() => `${home}/automation`),
    { who: "contact", at: () => `${home}/automation`, status: 403 },
  ],
  "automation/rule": [
    coordinator(() => `${home}/automation/rules/reminder%3Awebinar`),
    coordinator(() => `${home}/automation/rules/due-list`),
    coordinator(() => `${home}/automation/rules/nothing`, { status: 404 }),
  ],
  "automation/year": [
    coordinator(() => `${home}/automation/year`),
    coordinator(() => `${home}/automation/year?from=2021-01-01&to=2021-12-31`),
    coordinator(() => `${home}/automation/year?from=2021-01-01&to=2021-12-31&kind=issue&waits=approval`),
  ],
  "audit/audit": [coordinator(() => `${home}/audit`)],
  "regions/not-found": [coordinator(() => `${home}/nowhere`, { status: 404 })],
};

let app: RunningApp;
let browser: Browser;
let scene: Scene;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp({ demo: true }), openBrowser()]);
  const client = new pg.Client({ connectionString: app.database.adminUrl });
  await client.connect();
  const meetings = {
    live: await addMeeting(app.database, "vestland", "live"),
    waiting: await addMeeting(app.database, "vestland"),
    ended: await addMeeting(app.database, "vestland", "ended"),
  };
  scene = { ...(await makeScene(browser, app.url, (sql, values) => client.query(sql, values))), meetings };
  await client.end();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** The files of the routes that are pages, frames left out: "events/event". */
function pages(entries: RouteConfigEntry[]): string[] {
  return entries.flatMap(({ file, children }) => {
    if (children) return pages(children);
    return file.endsWith(".tsx") ? [file.replace(/^routes\/|\.tsx$/g, "")] : [];
  });
}

/** Each page is seen wide and narrow; every other page wide in the light, the rest wide in the dark. */
const looks = [
  [
    [1280, "light"],
    [320, "dark"],
  ],
  [
    [1280, "dark"],
    [320, "light"],
  ],
] as const;

/**
 * Axe looks at the first visit of most pages once, wide or narrow by turns, and at the contrast of some of these;
 * in the long tests at every visit and both looks.
 */
const everyLook = process.env.SAMVIRK_TEST_LONG === "1";

const all = Object.entries(visits)
  .flatMap(([file, list]) => list.map((visit, index) => ({ ...visit, nth: index, name: `${file} (${index + 1})` })))
  .map((visit, index) => ({
    ...visit,
    looks: looks[index % 2 === 0 ? 0 : 1],
    axeAt: Math.floor(index / 2) % 2,
    axe: index % 4 < 3,
    contrast: index % 4 === 1,
  }));

/** The words whose pages are the newest. */
const newest = /^(reports|accounts)\//;

/**
 * The first visit of a page, and those that are refused, by turns: every third of the newest words, every seventh of the
 * others, odd numbers so that every look has its turn; in the long tests every visit.
 */
const seen = all.filter(
  ({ name, nth, status }, index) =>
    everyLook || ((nth === 0 || status !== undefined) && index % (newest.test(name) ? 3 : 7) === 0),
);

/** A page of its own for somebody, with what the browser complains about in `complaints`. */
async function pageOf(who: Visit["who"], { open = false } = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = open ? await withOpenNavigation(who) : scene[who];
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (line) => {
    // The frame around a mail runs no script, axe's neither.
    const sealed = /^Blocked script execution in '[^']*\/preview\b/.test(line.text());
    if (line.type() === "error" && !sealed && !/^Failed to load resource.* 40[34] /.test(line.text()))
      complaints.push(line.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, complaints };
}

/** The same person, who has unfolded the navigation where a page folds it. */
async function withOpenNavigation(who: Visit["who"]): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: app.url, storageState: await scene[who].storageState() });
  await context.addCookies([{ name: "samvirk-rail", value: "false", url: app.url }]);
  return context;
}

async function cookiesOf(who: Visit["who"]): Promise<string> {
  const cookies = await scene[who].cookies(app.url);
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** What axe finds, a line per place; half of its time goes to contrast. It cannot look into the frame around a mail, which allows no script. */
async function axe(page: Page, contrast = true): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: contrast } } })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`));
}

const widerThanTheScreen = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

/** What can have focus and does not show it. */
function focusOf(): { shown: number; hidden: string[] } {
  const focusable = document.querySelectorAll<HTMLElement>(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']",
  );
  let shown = 0;
  const hidden = [...focusable].slice(0, 80).filter((element) => {
    element.focus({ preventScroll: true });
    if (document.activeElement !== element) return false;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2) return true;
    shown++;
    return false;
  });
  return { shown, hidden: hidden.map((element) => element.outerHTML.slice(0, 120)) };
}

describe("every page", () => {
  it("is visited below", () => {
    expect(Object.keys(visits).sort()).toEqual(pages(routes).sort());
  });

  it.concurrent.each(seen)(
    "$name can be read and used by everybody, wide and narrow, light and dark",
    async (visit) => {
      const { page, complaints } = await pageOf(visit.who, { open: visit.open ?? false });
      const answer = await page.goto(visit.at(scene));
      expect(answer?.status()).toBe(visit.status ?? 200);

      expect(await page.locator("html").getAttribute("lang")).toBe("nn");
      expect(await page.locator("h1").count()).toBe(1);
      const parts = (await page.title()).split(" – ");
      expect(parts).toContain("Samvirk");
      if (!["/", "/vestland"].includes(visit.at(scene))) expect(["", "Vestland", "Samvirk"]).not.toContain(parts[0]);

      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#main");
      const focus = await page.evaluate(focusOf);
      expect(focus.hidden).toEqual([]);
      expect(focus.shown).toBeGreaterThan(3);
      await page.locator("a[href='#main']").focus();
      await page.keyboard.press("Enter");
      expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");

      for (const [at, [width, colorScheme]] of visit.looks.entries()) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate(widerThanTheScreen), `${width} px`).toBe(0);
        if ((at === visit.axeAt && visit.axe && visit.nth === 0) || everyLook)
          expect(await axe(page, visit.contrast || everyLook), `${width} px, ${colorScheme}`).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await page.close();
    },
    40_000,
  );

  it.each(["nb", "nn", "en"] as const)(
    "has all its words in %s",
    async (locale) => {
      const keys = readdirSync("app/i18n", { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !/messages|inlang/.test(entry.name))
        .flatMap(({ name }) => Object.keys(JSON.parse(readFileSync(`app/i18n/${name}/${locale}.json`, "utf8"))))
        .filter((key) => key.includes("_"));
      const known = new Set(keys);
      // Every other visit in one language by turns; in the long tests all in all of them.
      for (const [turn, { who, at, name }] of all.entries()) {
        if (!everyLook && turn % 6 !== 2 * ["nb", "nn", "en"].indexOf(locale)) continue;
        const cookie = (await cookiesOf(who)).replace(/samvirk-locale=\w+/, `samvirk-locale=${locale}`);
        const html = await (await fetch(app.url + at(scene), { headers: { cookie } })).text();
        expect(/<html lang="(\w+)"/.exec(html)?.[1], name).toBe(locale);
        const text = html
          .replace(/<(script|style|pre)\b.*?<\/\1>/gs, " ")
          .replace(/<[^>]*>/g, " ")
          .replace(/&[#\w]+;/g, " ");
        expect(text.match(/\b[a-z]+_[a-z_]+\b/g)?.filter((word) => known.has(word)) ?? [], name).toEqual([]);
        expect(text.match(/\b(undefined|null|NaN|Invalid Date)\b|\[object|(?<!\{)\{\w+\}/g) ?? [], name).toEqual([]);
      }
    },
    60_000,
  );
});

describe("without script", () => {
  let page: Page;

  beforeAll(async () => {
    const context = await browser.newContext({
      baseURL: app.url,
      javaScriptEnabled: false,
      storageState: await scene.coordinator.storageState(),
    });
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
  });

  const main = () => page.locator("main");

  it("signs in", async () => {
    const context = await browser.newContext({ baseURL: app.url, javaScriptEnabled: false, locale: "nn" });
    const someone = await context.newPage();
    const address = "kontakt@luster.kommune.example";
    await someone.goto("/sign-in");
    await someone.getByLabel("E-post").fill(address);
    await someone.getByRole("button", { name: "Send meg ei lenkje" }).click();
    await someone.waitForURL(/\/sign-in\/code/);
    const mails = await context.newPage();
    await expect
      .poll(async () => {
        await mails.goto(`/mailbox?to=${encodeURIComponent(address)}`);
        return mails.locator("main li").first().innerText();
      })
      .toContain("logg inn");
    await mails.locator("main li a").first().click();
    await mails.locator("a[href*='/sign-in/']").first().click();
    await mails.getByRole("button", { name: "Logg inn" }).click();
    await mails.goto(home);
    expect(await mails.locator("h1").innerText()).toBe("Oversikt");
    await context.close();
  });

  it("imports", async () => {
    await page.goto(`${home}/import`);
    await page.setInputFiles("input[type=file]", "prisma/seed/vestland-plan.txt");
    await page.getByRole("button", { name: "Les inn og vis" }).click();
    await page.waitForURL(/\/import\/[0-9a-f-]+$/);
    await page.getByRole("button", { name: "Forkast" }).click();
    await page.waitForURL(/\/import$/);
  });

  it("makes an event, after saying what is missing", async () => {
    await page.goto(`${home}/events/new`);
    await page.fill("[name=title]", "Fagdag om mat");
    await page.getByRole("button", { name: "Lag arrangement" }).click();
    await page.getByRole("alert").first().waitFor();
    expect(await page.inputValue("[name=title]")).toBe("Fagdag om mat");
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    await page.fill("[name=date]", day);
    await page.fill("[name=start]", "09:00");
    await page.fill("[name=end]", "12:00");
    await page.getByRole("button", { name: "Lag arrangement" }).click();
    await page.waitForURL(/\/events\/[0-9a-f-]{36}$/);
    expect(await page.getByRole("status").innerText()).not.toBe("");
  });

  it("answers", async () => {
    await page.goto(scene.answers.open);
    await page.getByRole("button", { name: "Kanskje" }).click();
    await page.getByRole("button", { name: "Ja, eg kjem" }).waitFor();
    expect(await page.getByRole("button", { name: "Kanskje" }).count()).toBe(0);
  });

  it("saves settings", async () => {
    await page.goto(`${home}/settings/mail`);
    await page.fill("[name=senderName]", "Statsforvaltaren i Vestland, kontoret");
    await main().locator("button[type=submit]").last().click();
    await main().getByRole("status").waitFor();
    expect(await page.inputValue("[name=senderName]")).toBe("Statsforvaltaren i Vestland, kontoret");
  });

  it("adds a member", async () => {
    await page.goto(`${home}/settings/members?add=1`);
    await page.fill("[name=name]", "Rådgjevar, fylkeskommunen");
    await page.fill("[name=email]", "radgjevar@fylke.example");
    await page.locator("select[name=kind]").selectOption("reader");
    await page.locator("form:has([name=email]) button[type=submit]").click();
    await page.waitForURL(/\/settings\/members$/);
    expect(await main().getByRole("status").innerText()).toContain("Rådgjevar, fylkeskommunen");
  });
});

describe("with the keyboard alone", () => {
  /** Presses Tab until what has focus has this name, as one who cannot use a mouse does. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return element?.labels?.[0]?.textContent ?? element?.textContent ?? "";
      });
      if (name.test(at)) return;
    }
    throw new Error(`Tab never comes to ${name}`);
  }

  it("signs in as far as the mail, and answers an invitation", async () => {
    const { page } = await pageOf("guest");
    await page.goto("/sign-in");
    await tabTo(page, /^E-post/);
    await page.keyboard.type("kontakt@vik.kommune.example");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sign-in\/code/);
    await page.goto(scene.signInLink);
    await tabTo(page, /^Logg inn$/);

    await page.goto(scene.answers.open);
    await tabTo(page, /Ja, eg kjem/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Takk, du er påmeld" }).waitFor();
    await page.close();
  });
});

describe("what just happened", () => {
  it("is an error summary that takes focus and leads to the fields", async () => {
    const { page } = await pageOf("coordinator");
    await page.goto(`${home}/events/new`);
    await page.waitForLoadState("networkidle");
    await page.getByRole("button", { name: "Lag arrangement" }).click();
    await page.locator(".sv-errsum").waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("sv-errsum");
    await page.locator(".sv-errsum a").first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("title");
    await page.keyboard.press("Tab");
    await page.waitForTimeout(300);
    expect(await page.locator(".sv-errsum").count(), "the errors stay").toBe(1);
    const field = page.locator("#title");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    const described = (await field.getAttribute("aria-describedby"))?.split(" ").at(-1) ?? "";
    expect(await page.locator(`[id="${described}"]`).innerText()).not.toBe("");
    expect(await axe(page)).toEqual([]);
    await page.close();
  });

  it("is heard, and the page it happened on is still there", async () => {
    const { page } = await pageOf("coordinator");
    await page.goto("/account");
    await page.locator("main form button[type=submit]").last().click();
    await page.locator("main [role=status]").waitFor();
    expect(await page.locator("main [role=status]").innerText()).not.toBe("");
    expect(await axe(page)).toEqual([]);
    await page.close();
  });
});
