import type { ReactNode } from "react";
import { RoundStateTag, roundKindNames } from "~/features/reports/report-words";
import { describeDay, describeDays } from "~/features/timing/day-words";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import type { IconName } from "~/ui/icon";
import { PageHead } from "~/ui/page-head";
import { Tabs } from "~/ui/tabs";

export type RoundTab = "rows" | "figures" | "accounts" | "texts" | "report" | "submit" | "form";

/** What the head of every page of a round shows of it. */
export type RoundFacts = {
  id: string;
  name: string;
  kind: "four_monthly" | "half_yearly" | "yearly";
  from: string;
  to: string;
  rowsBy: string | null;
  submitBy: string | null;
  state: "open" | "submitted" | "correcting";
  submittedOn: string | null;
};

type TabFacts = { path: (slug: string, round: string) => string; icon: IconName; name: () => string; edit?: true };

/** The pages of a round; those that only who edits it sees are marked so. */
const tabs: [RoundTab, TabFacts][] = [
  ["rows", { path: paths.round, icon: "tasklist", name: () => m.reports_tab_rows() }],
  ["figures", { path: paths.roundFigures, icon: "chart", name: () => m.reports_tab_figures() }],
  ["accounts", { path: paths.roundAccounts, icon: "pie", name: () => m.reports_tab_accounts(), edit: true }],
  ["texts", { path: paths.roundTexts, icon: "pencil", name: () => m.reports_tab_texts() }],
  ["report", { path: paths.roundReport, icon: "file", name: () => m.reports_tab_report() }],
  ["submit", { path: paths.submitRound, icon: "send", name: () => m.reports_tab_submit() }],
  ["form", { path: paths.roundForm, icon: "form", name: () => m.reports_tab_form(), edit: true }],
];

/** The head of every page of a round: its name, its period and deadlines, where it stands, and its pages. */
export function RoundHead({
  round,
  slug,
  tab,
  mayEdit,
  actions,
}: {
  round: RoundFacts;
  slug: string;
  tab: RoundTab;
  mayEdit: boolean;
  actions?: ReactNode;
}) {
  const { id, name, kind, rowsBy, submitBy, state } = round;
  const said = [
    roundKindNames[kind](),
    describeDays(round),
    state !== "submitted" && rowsBy && m.reports_rows_by({ day: describeDay(rowsBy) }),
    state !== "submitted" && submitBy && m.reports_submit_by({ day: describeDay(submitBy) }),
  ];
  return (
    <>
      <PageHead
        title={name}
        sub={said.filter(Boolean).join(" · ")}
        tag={<RoundStateTag {...round} />}
        actions={actions}
      />
      <Tabs
        label={m.reports_tabs()}
        tabs={tabs
          .filter(([, { edit }]) => !edit || mayEdit)
          .map(([one, { path, icon, name: label }]) => ({
            ...{ to: path(slug, id), label: label(), icon, current: one === tab },
          }))}
      />
    </>
  );
}
