import { Form, Link } from "@remix-run/react";
import { caseKindNames, caseNumberWords, closedWords } from "~/features/cases/case-words";
import type { AgendaEditorView } from "~/features/cases/meeting.view.server";
import { useKeptFocus } from "~/features/cases/queue-list";
import { formatDate } from "~/i18n/dates";
import { m } from "~/i18n/messages/messages";
import { getLocale } from "~/i18n/messages/runtime";
import { paths } from "~/paths";
import { Button, LinkButton } from "~/ui/button";
import { Select, TextInput } from "~/ui/fields";
import { Icon } from "~/ui/icon";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Note } from "~/ui/note";
import { Columns, Panel, PanelBody } from "~/ui/panel";
import { Tag } from "~/ui/tag";

type Props = {
  view: AgendaEditorView;
  slug: string;
  /** The item whose number is being corrected. */
  numbering: string | null;
  refused: { said: string; item?: string; typed?: string } | undefined;
};

/** An agenda while it is made: its cases to order and take off at the left, those that wait at the right. */
export function AgendaEditor({ view, slug, numbering, refused }: Props) {
  const { frame, queue, unapproved, hasOther, hasOpening } = view;
  const numbered = refused?.item ?? numbering;
  return (
    <>
      {refused && !refused.item && (
        <Note tone="danger" live>
          {refused.said}
        </Note>
      )}
      {frame.state === "agenda" && <Note>{frame.noticeAt ? m.cases_numbers_told() : m.cases_numbers_follow()}</Note>}
      <Columns
        main={
          <Panel title={m.cases_agenda()} count={view.items.length || undefined}>
            {view.items.length === 0 ? (
              <PanelBody>
                <p className="sv-quiet">{m.cases_agenda_empty_why()}</p>
              </PanelBody>
            ) : (
              <EditedItems view={view} slug={slug} numbering={numbered} refused={refused} />
            )}
            {view.elsewhere.length > 0 && (
              <Form method="post" className="sv-queue__foot" preventScrollReset>
                <Select
                  name="about"
                  label={m.cases_minutes_elsewhere()}
                  width="medium"
                  options={view.elsewhere.map(({ id, body, day }) => ({
                    value: id,
                    label: `${body}, ${formatDate(day, getLocale())}`,
                  }))}
                />
                <Button variant="secondary" icon="plus" name="intent" value="minutes">
                  {m.cases_minutes_lay()}
                </Button>
              </Form>
            )}
            <Form method="post" className="sv-queue__foot" preventScrollReset>
              {(unapproved.length > 0 || !hasOpening) && (
                <Button variant="tertiary" small icon="plus" name="intent" value="standing">
                  {m.cases_standing_add()}
                </Button>
              )}
              {!hasOther && (
                <Button variant="tertiary" small icon="plus" name="intent" value="other">
                  {m.cases_other_add()}
                </Button>
              )}
            </Form>
          </Panel>
        }
        side={<QueueToTake queue={queue} slug={slug} bodyId={frame.body.id} />}
      />
    </>
  );
}

function EditedItems({ view: { items, frame }, slug, numbering, refused }: Props) {
  const kept = useKeptFocus(items.map(({ id }) => id).join());
  const page = paths.setAgenda(slug, frame.body.id, frame.id);
  return (
    <ol className="sv-queue" ref={kept.list}>
      {items.map((item, at) => {
        const name = item.hidden ? closedWords(item.legalBasis) : item.title;
        return (
          <li key={item.id} data-closed={item.closed || undefined}>
            <div className="sv-queue__text">
              {item.kind !== "opening" && <span className="sv-caselist__number">{caseNumberWords(item.written)}</span>}{" "}
              {item.hidden || item.kind === "opening" ? (
                <b>{name}</b>
              ) : (
                <Link to={paths.case(slug, item.caseId)} className="sv-queue__title">
                  {name}
                </Link>
              )}{" "}
              {item.closed && !item.hidden && <Tag icon="shield">{m.cases_closed()}</Tag>}
              {item.takenOff && <Tag tone="warning">{m.cases_taken_off()}</Tag>}
              <p className="sv-small sv-quiet">
                {[
                  item.typedNumber && m.cases_notice_said({ number: item.typedNumber }),
                  !item.proposal && item.kind === "decision" && m.cases_no_proposal(),
                  item.parts.length > 0 &&
                    item.parts.map(({ letter, title }) => `${letter || "–"} ${title}`).join(", "),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              {numbering === item.id && (
                <NumberForm item={item} page={page} refused={refused?.item === item.id ? refused : undefined} />
              )}
            </div>
            <div className="sv-queue__end">
              <Form method="post" preventScrollReset className="sv-queue__move" onSubmit={kept.remember}>
                <input type="hidden" name="item" value={item.id} />
                <Button
                  variant="tertiary"
                  small
                  iconOnly
                  icon="chevron-up"
                  name="intent"
                  value="up"
                  id={`up-${item.id}`}
                  aria-disabled={at === 0 || undefined}
                >
                  {m.cases_move_up({ title: name })}
                </Button>
                <Button
                  variant="tertiary"
                  small
                  iconOnly
                  icon="chevron-down"
                  name="intent"
                  value="down"
                  id={`down-${item.id}`}
                  aria-disabled={at === items.length - 1 || undefined}
                >
                  {m.cases_move_down({ title: name })}
                </Button>
              </Form>
              <Menu
                className="sv-tool sv-tool--edge"
                name={m.cases_part_more({ title: name })}
                label={<Icon name="more" />}
                align="end"
              >
                {item.kind !== "opening" && frame.state === "agenda" && (
                  <MenuLink icon="numbers" to={`${page}?number=${item.id}`}>
                    {m.cases_number_correct()}
                  </MenuLink>
                )}
                {!item.takenOff && (
                  <Form method="post" preventScrollReset>
                    <input type="hidden" name="item" value={item.id} />
                    <MenuButton icon="undo" name="intent" value="off">
                      {m.cases_take_off()}
                    </MenuButton>
                    <MenuButton icon="leave" name="intent" value="withdraw">
                      {m.cases_withdraw()}
                    </MenuButton>
                  </Form>
                )}
              </Menu>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

type NumberFormProps = {
  item: AgendaEditorView["items"][number];
  page: string;
  refused: { said: string; typed?: string } | undefined;
};

/** The number of a case as it was typed elsewhere. */
function NumberForm({ item, page, refused }: NumberFormProps) {
  return (
    <Form method="post" className="sv-form" noValidate preventScrollReset>
      <input type="hidden" name="item" value={item.id} />
      <TextInput
        name="number"
        label={m.cases_number_field()}
        hint={m.cases_number_hint()}
        defaultValue={refused?.typed ?? item.written}
        error={refused?.said}
        width="short"
        required
      />
      <div className="sv-row">
        <Button small name="intent" value="number">
          {m.cases_number_correct()}
        </Button>
        <LinkButton small to={page} variant="tertiary">
          {m.common_cancel()}
        </LinkButton>
      </div>
    </Form>
  );
}

function QueueToTake({ queue, slug, bodyId }: { queue: AgendaEditorView["queue"]; slug: string; bodyId: string }) {
  return (
    <Panel
      title={m.cases_show_queued()}
      count={queue.length || undefined}
      link={{ label: m.cases_new(), to: paths.newCase(slug, bodyId) }}
    >
      <PanelBody>
        {queue.length === 0 ? (
          <p className="sv-quiet">{m.cases_queue_none()}</p>
        ) : (
          <Form method="post" className="sv-stack" preventScrollReset>
            <ul className="sv-plain sv-take">
              {queue.map((one) => (
                <li key={one.id}>
                  <label>
                    <input type="checkbox" name="case" value={one.id} />
                    <span>
                      {one.title || closedWords(one.legalBasis)}
                      <small className="sv-quiet">
                        {[
                          caseKindNames[one.kind](),
                          one.from,
                          one.closed && one.title && m.cases_closed(),
                          one.wantedBy && m.cases_wanted_by({ date: formatDate(one.wantedBy, getLocale(), "short") }),
                        ]
                          .filter(Boolean)
                          .join(" · ")}
                      </small>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
            <div>
              <Button variant="secondary" icon="arrow-left" name="intent" value="take-up">
                {m.cases_take_up()}
              </Button>
            </div>
          </Form>
        )}
      </PanelBody>
    </Panel>
  );
}
