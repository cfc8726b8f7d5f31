import { isUuid } from "~/domain/shared/ids";
import {
  actorPersonSchema,
  endActorSchema,
  newActorPersonSchema,
  newTaskSchema,
  taskSchema,
} from "~/features/actors/actor-form.schema";
import {
  type ActorPersonRefusal,
  addActorPerson,
  changeActorPerson,
  removeActorPerson,
} from "~/features/actors/change-people.server";
import { addTask, changeTask, moveTask, removeTask } from "~/features/actors/change-tasks.server";
import { endActor, removeActor } from "~/features/actors/remove-actor.server";
import { ensureNamed } from "~/features/people/ensure-named.server";
import { m } from "~/i18n/messages/messages";
import type { RegionDb } from "~/platform/db/region-db.server";
import { type FormErrors, type FormValues, parseForm, refuse } from "~/platform/http/forms.server";

export type ActorFormRefusal = {
  about: "task" | "new-task" | "person" | "new-person" | "actor";
  errors: FormErrors;
  values: FormValues;
};
type Answer = { ok: true; done: string; gone?: true } | ({ ok: false } & ActorFormRefusal) | null;
type Input = { form: FormData; actorId: string; today: string };

/** Does what one of the forms on an actor's page asks, by its button; null when it asks for nothing there is. */
export async function answerActorForm(db: RegionDb, input: Input): Promise<Answer> {
  const intent = String(input.form.get("intent"));
  const whole = { "add-task": addOneTask, "add-person": addPerson, remove: removeWhole, end: end };
  if (Object.hasOwn(whole, intent)) return whole[intent as keyof typeof whole](db, input);
  const parts = {
    "change-task": changeOneTask,
    "task-up": moveUp,
    "task-down": moveDown,
    "remove-task": removeOneTask,
    "change-person": changePerson,
    "remove-person": removePerson,
  };
  const id = input.form.get("id");
  if (!isUuid(id) || !Object.hasOwn(parts, intent)) return null;
  return parts[intent as keyof typeof parts](db, input, id);
}

async function addOneTask(db: RegionDb, { form, actorId }: Input): Promise<Answer> {
  const about = "new-task" as const;
  const parsed = parseForm(form, newTaskSchema());
  if (!parsed.ok) return { about, ...parsed };
  const added = await addTask(db, { actorId, name: parsed.value.task });
  return added.ok ? { ok: true, done: m.actors_task_added() } : null;
}

async function changeOneTask(db: RegionDb, { form, actorId }: Input, id: string): Promise<Answer> {
  const about = "task" as const;
  const parsed = parseForm(form, taskSchema());
  if (!parsed.ok) return { about, ...parsed };
  const { task: name, last } = parsed.value;
  const changed = await changeTask(db, { actorId, id, name, last });
  if (changed.ok) return { ok: true, done: m.actors_task_saved() };
  return changed.reason === "not-found" ? null : { about, ...refuse(form, { last: m.actors_end_before_start() }) };
}

const move =
  (direction: "up" | "down") =>
  async (db: RegionDb, { actorId, today }: Input, id: string): Promise<Answer> => {
    const result = await moveTask(db, { actorId, id, direction, today });
    return result.ok || result.reason === "no-place" ? { ok: true, done: m.actors_task_moved() } : null;
  };
const moveUp = move("up");
const moveDown = move("down");

async function removeOneTask(db: RegionDb, { form, actorId }: Input, id: string): Promise<Answer> {
  const removed = await removeTask(db, { actorId, id });
  if (removed.ok) return { ok: true, done: m.actors_task_removed() };
  if (removed.reason === "not-found") return null;
  return { about: "task", ...refuse(form, { form: m.actors_task_has_parts({ n: removed.parts }) }) };
}

const personErrors: Record<Exclude<ActorPersonRefusal, "not-found">, () => FormErrors> = {
  "no-such-person": () => ({ form: m.actors_person_gone() }),
  "end-before-start": () => ({ last: m.actors_end_before_start() }),
  "works-there": () => ({ form: m.actors_works_there() }),
};

async function addPerson(db: RegionDb, { form, actorId }: Input): Promise<Answer> {
  const about = "new-person" as const;
  const parsed = parseForm(form, newActorPersonSchema(isUuid(form.get("person"))));
  if (!parsed.ok) return { about, ...parsed };
  const { title, first, last } = parsed.value;
  const who = parsed.value as { person?: string; name?: string; email?: string };
  if (first !== null && last !== null && last < first)
    return { about, ...refuse(form, personErrors["end-before-start"]()) };
  const personId = who.person ?? (await ensureNamed(db, { name: who.name ?? "", email: who.email ?? "" })).personId;
  const added = await addActorPerson(db, { actorId, personId, title, first, last });
  if (added.ok) return { ok: true, done: m.actors_person_added() };
  return added.reason === "not-found" ? null : { about, ...refuse(form, personErrors[added.reason]()) };
}

async function changePerson(db: RegionDb, { form, actorId }: Input, id: string): Promise<Answer> {
  const about = "person" as const;
  const parsed = parseForm(form, actorPersonSchema());
  if (!parsed.ok) return { about, ...parsed };
  const changed = await changeActorPerson(db, { actorId, id, ...parsed.value });
  if (changed.ok) return { ok: true, done: m.actors_person_saved() };
  return changed.reason === "not-found" ? null : { about, ...refuse(form, personErrors[changed.reason]()) };
}

async function removePerson(db: RegionDb, { actorId }: Input, id: string): Promise<Answer> {
  const removed = await removeActorPerson(db, { actorId, id });
  return removed.ok ? { ok: true, done: m.actors_person_removed() } : null;
}

async function removeWhole(db: RegionDb, { form, actorId }: Input): Promise<Answer> {
  const removed = await removeActor(db, actorId);
  if (removed.ok) return { ok: true, done: m.actors_removed({ name: removed.name }), gone: true };
  if (removed.reason === "not-found") return null;
  return { about: "actor", ...refuse(form, { form: m.actors_in_use() }) };
}

async function end(db: RegionDb, { form, actorId }: Input): Promise<Answer> {
  const about = "actor" as const;
  const parsed = parseForm(form, endActorSchema());
  if (!parsed.ok) return { about, ...parsed };
  const { version, endDay: last } = parsed.value;
  const ended = await endActor(db, { id: actorId, version, last });
  if (ended.ok) return { ok: true, done: m.actors_ended_saved() };
  if (ended.reason === "not-found") return null;
  const errors: FormErrors =
    ended.reason === "end-before-start"
      ? { endDay: m.actors_end_before_start() }
      : { form: m.common_changed_meanwhile() };
  return { about, ...refuse(form, errors) };
}
