import type { silent } from "~/domain/networks/answers";
import { m } from "~/i18n/messages/messages";

type Silent = ReturnType<typeof silent>;

/** Who has been silent, in one sentence for each way; at most five names each. */
export function silentWords(all: Silent): string {
  const names = (why: Silent[number]["why"]) => {
    const found = all.filter((one) => one.why === why).map(({ name }) => name);
    return { n: found.length, names: found.slice(0, 5).join(", ") + (found.length > 5 ? " …" : "") };
  };
  const [unanswered, away] = [names("has-not-answered"), names("has-not-come")];
  return [
    unanswered.n > 0 && m.networks_silent_answers({ names: unanswered.names }),
    away.n > 0 && m.networks_silent_away({ names: away.names }),
  ]
    .filter(Boolean)
    .join(" ");
}
