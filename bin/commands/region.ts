import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Command, type Io, UsageError } from "#bin/commands/command";
import { withDatabase } from "#bin/commands/with-database";
import { instantToLocal } from "~/domain/shared/local-time";
import { addMember } from "~/features/people/add-member.server";
import { addMunicipalities } from "~/features/regions/add-municipalities.server";
import { createRegion } from "~/features/regions/create-region.server";
import { findRegion } from "~/features/regions/membership.server";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { projectFolder, StopError } from "~/platform/env.server";
import { newId } from "~/platform/ids.server";

export const regionCommand: Command = {
  usage: `  region create NAME --slug SLUG --coordinator ADDRESS [--coordinator-name NAME] [--standard bokmal|nynorsk]
      Makes a region and its first coordinator, who is sent a link to sign in with.
  region add-municipalities SLUG --county NUMBER
      Adds all municipalities of a county (46 is Vestland) to a region.`,
  async run([verb, ...args], io) {
    if (verb === "create") return create(args, io);
    if (verb === "add-municipalities") return addCounty(args, io);
    throw new UsageError(verb === undefined ? "Say what to do: create or add-municipalities" : `No such verb: ${verb}`);
  },
};

async function create(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      slug: { type: "string" },
      coordinator: { type: "string" },
      "coordinator-name": { type: "string" },
      standard: { type: "string", default: "bokmal" },
    },
  });
  const [name, ...rest] = positionals;
  const { slug, coordinator, standard } = values;
  if (!name || rest.length > 0) throw new UsageError("Give the region one name, in quotes when it has spaces");
  if (!slug) throw new UsageError("--slug is missing");
  if (!coordinator) throw new UsageError("--coordinator is missing");
  if (standard !== "bokmal" && standard !== "nynorsk") throw new UsageError("--standard is bokmal or nynorsk");
  const email = z.email().safeParse(coordinator.trim().toLowerCase());
  if (!email.success) throw new StopError(`"${coordinator}" is not an e-mail address`);

  await withDatabase(async ({ SAMVIRK_URL }) => {
    const now = new Date();
    await withRegion({ regionId: newId(), personId: null, via: "operator" }, async (db) => {
      const made = await createRegion(db, { name, slug, standard });
      if (!made.ok) throw new StopError(refusals[made.reason](slug));
      const added = await addMember(db, {
        name: values["coordinator-name"] ?? email.data,
        email: email.data,
        kind: "coordinator",
        actorId: null,
        first: instantToLocal(now.toISOString(), "Europe/Oslo").date,
        last: null,
        now,
      });
      if (!added.ok) throw new StopError(`The coordinator could not be added: ${added.reason}`);
    });
    io.out(`Made ${name}: ${SAMVIRK_URL}${paths.overview(slug)}`);
    io.out(`A link to sign in with is on its way to ${email.data}`);
  });
  return 0;
}

const refusals = {
  "no-name": () => "The region needs a name of at most 100 characters",
  "bad-slug": (slug: string) =>
    `"${slug}" cannot be a slug: use 2 to 40 of a-z, 0-9 and single hyphens, a letter first`,
  "reserved-slug": (slug: string) => `"${slug}" is an address of Samvirk's own; choose another slug`,
  "slug-taken": (slug: string) => `There is a region "${slug}" already`,
};

async function addCounty(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { county: { type: "string" } } });
  const [slug, ...rest] = positionals;
  if (!slug || rest.length > 0) throw new UsageError("Name one region by its slug");
  const { county } = values;
  if (!county || !/^\d\d$/.test(county)) throw new UsageError("--county is a number of two digits");
  await withDatabase(async () => {
    const region = await findRegion(slug);
    if (!region) throw new StopError(`There is no region "${slug}"`);
    const standardOf = writtenStandards();
    const done = await withRegion({ regionId: region.id, personId: null, via: "operator" }, (db) =>
      addMunicipalities(db, { county, standardOf }),
    );
    if (!done.ok) throw new StopError(`The register has no municipalities in county ${county}`);
    io.out(`Added ${done.added} municipalities of ${done.found} to ${region.name}`);
  });
  return 0;
}

/** What municipalities have decided on, by number, from the project's own data. */
function writtenStandards(): (number: string) => "bokmal" | "nynorsk" | "neutral" | null {
  const lines = readFileSync(join(projectFolder(), "prisma/seed/written-standard.csv"), "utf8").split(/\r?\n/);
  const decided = new Map(lines.map((line) => [line.split(",")[0], line.split(",").at(-1)]));
  return (number) => {
    const standard = decided.get(number);
    return standard === "bokmal" || standard === "nynorsk" || standard === "neutral" ? standard : null;
  };
}
