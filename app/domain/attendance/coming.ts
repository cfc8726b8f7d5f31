/** An invitation or a registration to one event, as the list at the door needs it. */
export type Ticket = {
  /** The id of the invitation or of the registration. */
  id: string;
  kind: "invitation" | "registration";
  personId: string;
  name: string;
  municipality: string | null;
  organisation: string;
  /** Whom she meets for. */
  substituteFor: string | null;
  /** The answer to the invitation, or the state of the registration. */
  standing: string | null;
  attendedAt: string | null;
};

/** One person who may come. */
export type Comer = Omit<Ticket, "kind" | "personId"> & { expected: boolean };

/** What says that somebody is not expected, and may come all the same. */
const notExpected = ["declined", "pending", "waiting", "offered", "cancelled"];

const isExpected = ({ standing }: Ticket) => standing === null || !notExpected.includes(standing);

/**
 * Each person once, by name: the ticket by which she is expected is hers, and a registration before an invitation. She
 * has come when any of her tickets says so.
 */
export function comers(tickets: readonly Ticket[]): Comer[] {
  const people = new Map<string, Ticket[]>();
  for (const ticket of tickets) people.set(ticket.personId, [...(people.get(ticket.personId) ?? []), ticket]);
  const rank = (ticket: Ticket) => (isExpected(ticket) ? 0 : 2) + (ticket.kind === "registration" ? 0 : 1);
  return [...people.values()]
    .map((own) => {
      const [first] = [...own].sort((a, b) => rank(a) - rank(b)) as [Ticket];
      const { kind: _, personId: __, ...shown } = first;
      const came = own.map(({ attendedAt }) => attendedAt).filter((at) => at !== null);
      return {
        ...shown,
        municipality: own.find(({ municipality }) => municipality)?.municipality ?? null,
        substituteFor: own.find(({ substituteFor }) => substituteFor)?.substituteFor ?? null,
        attendedAt: came.sort()[0] ?? null,
        expected: own.some(isExpected),
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, "nb") || (a.id < b.id ? -1 : 1));
}

/** How many came, of how many: those who were expected, and those who came unexpected. */
export function countComers(people: readonly Pick<Comer, "attendedAt" | "expected">[]): { came: number; of: number } {
  return {
    came: people.filter(({ attendedAt }) => attendedAt !== null).length,
    of: people.filter(({ attendedAt, expected }) => expected || attendedAt !== null).length,
  };
}
