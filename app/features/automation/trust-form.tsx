import { Form } from "@remix-run/react";
import type { Trust } from "~/domain/automation/rules";
import { trusts } from "~/domain/automation/rules";
import { trustHint, trustWords } from "~/features/automation/planned-words";
import { m } from "~/i18n/messages/messages";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/choices";
import { Panel, PanelBody } from "~/ui/panel";

/** How far the region lets its rules go by themselves. */
export function TrustPanel({ trust, mayEdit }: { trust: Trust; mayEdit: boolean }) {
  return (
    <Panel title={m.automation_trust()} id="trust">
      <PanelBody>
        {mayEdit ? (
          <Form method="post" className="sv-form" preventScrollReset>
            <input type="hidden" name="intent" value="trust" />
            <input type="hidden" name="seen" value={trust} />
            <RadioGroup
              key={trust}
              name="trust"
              legend={m.automation_trust_legend()}
              options={trusts.map((value) => ({ value, label: trustWords(value), hint: trustHint(value) }))}
              defaultValue={trust}
            />
            <Button variant="secondary">{m.automation_trust_save()}</Button>
          </Form>
        ) : (
          <>
            <b>{trustWords(trust)}</b>
            <p>{trustHint(trust)}</p>
          </>
        )}
      </PanelBody>
    </Panel>
  );
}
