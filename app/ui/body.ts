/** Attributes of `<body>`: work pages are dense (14 px), public pages are for reading (16 px). */
export function bodyProps(kind: "work" | "public") {
  return kind === "work"
    ? { className: "sv-work", "data-size": "sm" as const }
    : { className: "sv-public", "data-size": "md" as const };
}
