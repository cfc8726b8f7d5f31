import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChannelForm, type RefusedChannel } from "~/features/communications-plan/channel-form";
import { channelSchema } from "~/features/communications-plan/channel-form.schema";
import { ChannelList, RemoveChannel } from "~/features/communications-plan/channel-list";
import { channelsView } from "~/features/communications-plan/channels.view.server";
import { dropChannel } from "~/features/communications-plan/drop-channel.server";
import { keepChannel } from "~/features/communications-plan/keep-channel.server";
import { moveChannel } from "~/features/communications-plan/move-channel.server";
import { type Membership, requireRegion } from "~/features/regions/membership.server";
import { SettingsHead } from "~/features/regions/settings-tabs";
import { m } from "~/i18n/messages/messages";
import { paths } from "~/paths";
import { withRegion } from "~/platform/db/region-db.server";
import { parseForm, readForm, refuse } from "~/platform/http/forms.server";
import { notFound, redirectWithToast } from "~/platform/http/responses.server";
import type { Handle } from "~/routes/regions/shell";
import { Columns } from "~/ui/panel";

/** The region's list of channels. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { region, access } = await requireRegion(request, params.region, "plan.edit");
  const channels = await withRegion(access, channelsView);
  const asked = new URL(request.url).searchParams;
  const keyOf = (name: string) => channels.find(({ key }) => key === asked.get(name))?.key ?? null;
  return { channels, editing: keyOf("channel"), removing: keyOf("remove"), slug: region.slug, region: region.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const membership = await requireRegion(request, params.region, "plan.edit");
  const form = await readForm(request);
  const key = String(form.get("channel") ?? "");
  const intent = form.get("intent");
  if (intent === "keep") return keep(membership, form, key);
  if (intent === "up" || intent === "down") return move(membership, key, intent);
  if (intent === "remove") return remove(membership, key);
  return notFound();
}

async function keep({ access, region }: Membership, form: FormData, key: string) {
  const about = (refused: RefusedChannel) => ({ key, ...refused });
  const parsed = parseForm(form, channelSchema());
  if (!parsed.ok) return data(about(parsed), { status: 400 });
  const kept = await withRegion(access, (db) => keepChannel(db, { key: key || null, ...parsed.value }));
  if (kept.ok) return redirectWithToast(paths.channels(region.slug), m.plan_channels_saved());
  if (kept.reason === "no-such-channel") notFound();
  if (kept.reason === "changed-meanwhile")
    return data(about(refuse(form, { form: m.common_changed_meanwhile() })), { status: 409 });
  const name = kept.reason === "name-missing" ? m.common_required() : m.plan_channels_name_taken();
  return data(about(refuse(form, { name })), { status: 400 });
}

async function move({ access, region }: Membership, key: string, by: "up" | "down") {
  const moved = await withRegion(access, (db) => moveChannel(db, { key, by }));
  if (!moved.ok) notFound();
  return redirectWithToast(paths.channels(region.slug), m.plan_channels_moved());
}

async function remove({ access, region }: Membership, key: string) {
  const removed = await withRegion(access, (db) => dropChannel(db, key));
  if (!removed.ok) notFound();
  return redirectWithToast(paths.channels(region.slug), m.plan_channels_removed({ name: removed.name }));
}

/** Also after a refusal, which else leaves the page with the version it was refused for. */
export const shouldRevalidate = () => true;

export const handle: Handle = {
  crumb: (_, slug) => [
    { label: m.regions_settings_title(), to: paths.settings(slug) },
    { label: m.regions_tab_channels() },
  ],
};

export const meta: MetaFunction<typeof loader> = ({ data: view }) => [
  { title: `${m.regions_tab_channels()} – ${m.regions_settings_title()} – ${view?.region ?? ""} – Samvirk` },
];

export default function Channels() {
  const { channels, editing, removing, slug } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const page = paths.channels(slug);
  const open = channels.find(({ key }) => key === (refused ? refused.key : editing)) ?? null;
  const leaving = channels.find(({ key, kind }) => key === removing && kind === null);
  return (
    <>
      <SettingsHead slug={slug} current="channels" />
      {leaving && <RemoveChannel channel={leaving} page={page} />}
      <Columns
        main={<ChannelList channels={channels} page={page} />}
        side={
          <ChannelForm
            key={open ? `${open.key} ${open.version}` : `new ${channels.length}`}
            channel={open}
            refused={refused}
            page={page}
          />
        }
      />
    </>
  );
}
