import { defaultSteps, type RuleKind, readRuleKey, type Step, type Trust, trusts } from "~/domain/automation/rules";
import { changeRule } from "~/features/automation/change-rule.server";
import { hasTrust } from "~/features/automation/step-words";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { readVersion } from "~/platform/http/form-fields";
import { type FormErrors, type FormValues, refuse } from "~/platform/http/forms.server";

type Answer =
  | { ok: true; done: string }
  | { ok: false; status: 400 | 409; refused: { errors: FormErrors; values: FormValues } }
  | { ok: false; status: 404 };

/** What a form of a rule asks for: that it is changed, put back, turned off or on, or may write to many. */
export async function answerRuleForm(
  db: RegionDb,
  { key, form, now }: { key: string; form: FormData; now: Date },
): Promise<Answer> {
  const kind = readRuleKey(key)?.kind;
  const read = kind && readChange(kind, form);
  if (!read) return { ok: false, status: 404 };
  if ("errors" in read) return { ok: false, status: 400, refused: refuse(form, read.errors) };
  const changed = await changeRule(db, { key, change: read.change, version: readVersion(form.get("version")), now });
  if (changed.ok) return { ok: true, done: read.done };
  if (changed.reason === "changed-meanwhile")
    return { ok: false, status: 409, refused: refuse(form, { form: m.common_changed_meanwhile() }) };
  return { ok: false, status: 404 };
}

type Change = Parameters<typeof changeRule>[1]["change"];
type Read = { change: Change; done: string } | { errors: FormErrors } | null;

function readChange(kind: RuleKind, form: FormData): Read {
  switch (form.get("intent")) {
    case "switch": {
      const off = form.get("off") === "true";
      return { change: { off }, done: off ? m.automation_turned_off() : m.automation_turned_on() };
    }
    case "agree":
      return { change: { agreed: true }, done: m.automation_agreed_done() };
    case "reset":
      return { change: { off: false, trust: null, steps: {} }, done: m.automation_reset_done() };
    case "save":
      return readFields(kind, form);
    default:
      return null;
  }
}

function readFields(kind: RuleKind, form: FormData): Read {
  const known: Readonly<Record<string, Step>> = defaultSteps[kind];
  const steps: Record<string, number> = {};
  const errors: FormErrors = {};
  for (const [name, { days, most }] of Object.entries(known)) {
    const typed = String(form.get(`step-${name}`) ?? "").trim();
    const chosen = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
    if (!(chosen <= most)) errors[`step-${name}`] = m.automation_days_between({ most });
    else if (chosen !== days) steps[name] = chosen;
  }
  if (Object.keys(errors).length > 0) return { errors };
  const newsletterId = form.get("newsletter");
  return {
    change: {
      ...{ off: form.get("on") !== "on", steps },
      ...(hasTrust(kind) && { trust: readTrust(form.get("trust")) }),
      ...(kind === "issue" && typeof newsletterId === "string" && { newsletterId }),
    },
    done: m.automation_saved(),
  };
}

const readTrust = (value: FormDataEntryValue | null): Trust | null => trusts.find((trust) => trust === value) ?? null;
