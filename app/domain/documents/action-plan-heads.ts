const nb = {
  title: "Handlingsplan",
  adopted: "Vedtatt",
  area: "Innsatsområde",
  focusArea: "Fokusområde",
  strategy: "Strategi",
  measure: "Tiltak",
  activity: "Aktivitet",
  timing: "Når",
  owner: "Ansvarlig",
  status: "Status",
  organisation: "Organisering",
  resources: "Ressurser",
  reporting: "Rapportering",
};

/** The words an action plan is written with as a document; reading one (`readActionPlan`) knows those of both. */
export const actionPlanHeads: Record<"nb" | "nn", typeof nb> = {
  nb,
  nn: { ...nb, adopted: "Vedteken", owner: "Ansvarleg", resources: "Ressursar" },
};
