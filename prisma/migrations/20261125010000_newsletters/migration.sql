-- CreateEnum
CREATE TYPE "trust" AS ENUM ('suggest', 'draft', 'approve', 'send');

-- CreateEnum
CREATE TYPE "due_state" AS ENUM ('planned', 'waiting', 'done', 'overtaken', 'left_out');

-- CreateEnum
CREATE TYPE "batch_state" AS ENUM ('queued', 'sending', 'sent', 'failed', 'parked');

-- CreateEnum
CREATE TYPE "report_kind" AS ENUM ('sent', 'delivered', 'delayed', 'hard', 'soft', 'complaint');

-- CreateEnum
CREATE TYPE "newsletter_language" AS ENUM ('recipient', 'nb', 'nn', 'en');

-- CreateEnum
CREATE TYPE "issue_state" AS ENUM ('draft', 'approval', 'approved', 'sent', 'dropped');

-- CreateEnum
CREATE TYPE "issue_item_kind" AS ENUM ('introduction', 'event', 'recording', 'network', 'publication', 'decision', 'progress', 'note', 'news', 'text');

-- CreateEnum
CREATE TYPE "note_kind" AS ENUM ('note', 'news');

-- CreateEnum
CREATE TYPE "subscription_state" AS ENUM ('pending', 'active', 'left');

-- CreateEnum
CREATE TYPE "mail_transport" AS ENUM ('smtp', 'resend', 'mailbox');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "link_purpose" ADD VALUE 'subscription';
ALTER TYPE "link_purpose" ADD VALUE 'preferences';

-- AlterEnum
ALTER TYPE "hold_reason" ADD VALUE 'complained';

-- AlterEnum
ALTER TYPE "mail_mode" ADD VALUE 'to_me';

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "batch_id" UUID,
ADD COLUMN     "issue_id" UUID,
ADD COLUMN     "municipality_id" UUID,
ADD COLUMN     "provider_id" TEXT,
ADD COLUMN     "rule" TEXT,
ADD COLUMN     "template_id" UUID,
ADD COLUMN     "transport" TEXT;

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "locale" TEXT;

-- AlterTable
ALTER TABLE "region" ADD COLUMN     "automation_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "cap_hour" INTEGER,
ADD COLUMN     "cap_week" INTEGER,
ADD COLUMN     "mail_transport" "mail_transport",
ADD COLUMN     "me_address" TEXT,
ADD COLUMN     "stopped_at" TIMESTAMPTZ(3),
ADD COLUMN     "trust" "trust" NOT NULL DEFAULT 'approve';

-- CreateTable
CREATE TABLE "automation_rule" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "plan_row_id" UUID,
    "network_id" UUID,
    "newsletter_id" UUID,
    "trust" "trust",
    "off" BOOLEAN NOT NULL DEFAULT false,
    "steps" JSONB NOT NULL DEFAULT '{}',
    "agreed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automation_rule_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "automation_due" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "state" "due_state" NOT NULL DEFAULT 'planned',
    "about" JSONB NOT NULL DEFAULT '{}',
    "done_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "automation_due_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "delivery_template" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_template_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "delivery_batch" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "template_id" UUID,
    "state" "batch_state" NOT NULL DEFAULT 'queued',
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "tried_at" TIMESTAMPTZ(3),
    "lease_until" TIMESTAMPTZ(3),
    "leased_by" UUID,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_batch_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "delivery_report" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "report_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_report_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "newsletter" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "to_contact_persons" BOOLEAN NOT NULL DEFAULT true,
    "to_network_members" BOOLEAN NOT NULL DEFAULT false,
    "audience_id" UUID,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "language" "newsletter_language" NOT NULL DEFAULT 'recipient',
    "accent" "accent",
    "logo_id" UUID,
    "four_eyes" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "newsletter_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "newsletter_editor" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "newsletter_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "newsletter_editor_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "newsletter_issue" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "newsletter_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "issue_state" NOT NULL DEFAULT 'draft',
    "subject" JSONB NOT NULL DEFAULT '{}',
    "since" TIMESTAMPTZ(3) NOT NULL,
    "plan_row_id" UUID,
    "window_from" DATE,
    "window_to" DATE,
    "send_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "asked_by_id" UUID,
    "asked_of_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by_id" UUID,
    "frozen" JSONB,
    "sent_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "newsletter_issue_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "issue_item" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "issue_item_kind" NOT NULL,
    "source_id" UUID,
    "included" BOOLEAN NOT NULL DEFAULT true,
    "heading" JSONB NOT NULL DEFAULT '{}',
    "body" JSONB NOT NULL DEFAULT '{}',
    "link" TEXT NOT NULL DEFAULT '',
    "link_label" JSONB NOT NULL DEFAULT '{}',
    "image_id" UUID,
    "image_alt" JSONB NOT NULL DEFAULT '{}',
    "actor_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "issue_item_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "newsletter_note" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "newsletter_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "kind" "note_kind" NOT NULL DEFAULT 'note',
    "heading" JSONB NOT NULL DEFAULT '{}',
    "body" JSONB NOT NULL DEFAULT '{}',
    "link" TEXT NOT NULL DEFAULT '',
    "used_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "newsletter_note_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "newsletter_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "state" "subscription_state" NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmed_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateIndex
CREATE INDEX "automation_rule_region_id_plan_row_id_idx" ON "automation_rule"("region_id", "plan_row_id");

-- CreateIndex
CREATE INDEX "automation_rule_region_id_network_id_idx" ON "automation_rule"("region_id", "network_id");

-- CreateIndex
CREATE INDEX "automation_rule_region_id_newsletter_id_idx" ON "automation_rule"("region_id", "newsletter_id");

-- CreateIndex
CREATE UNIQUE INDEX "automation_rule_region_id_key_key" ON "automation_rule"("region_id", "key");

-- CreateIndex
CREATE INDEX "automation_due_region_id_state_at_idx" ON "automation_due"("region_id", "state", "at");

-- CreateIndex
CREATE UNIQUE INDEX "automation_due_region_id_key_key" ON "automation_due"("region_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_template_region_id_key_key" ON "delivery_template"("region_id", "key");

-- CreateIndex
CREATE INDEX "delivery_batch_region_id_state_idx" ON "delivery_batch"("region_id", "state");

-- CreateIndex
CREATE INDEX "delivery_batch_region_id_template_id_idx" ON "delivery_batch"("region_id", "template_id");

-- CreateIndex
CREATE INDEX "delivery_report_region_id_delivery_id_at_idx" ON "delivery_report"("region_id", "delivery_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_report_region_id_key_key" ON "delivery_report"("region_id", "key");

-- CreateIndex
CREATE INDEX "newsletter_region_id_audience_id_idx" ON "newsletter"("region_id", "audience_id");

-- CreateIndex
CREATE INDEX "newsletter_region_id_logo_id_idx" ON "newsletter"("region_id", "logo_id");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_region_id_name_key" ON "newsletter"("region_id", "name");

-- CreateIndex
CREATE INDEX "newsletter_editor_region_id_person_id_idx" ON "newsletter_editor"("region_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_editor_region_id_newsletter_id_person_id_key" ON "newsletter_editor"("region_id", "newsletter_id", "person_id");

-- CreateIndex
CREATE INDEX "newsletter_issue_region_id_state_send_at_idx" ON "newsletter_issue"("region_id", "state", "send_at");

-- CreateIndex
CREATE INDEX "newsletter_issue_region_id_plan_row_id_idx" ON "newsletter_issue"("region_id", "plan_row_id");

-- CreateIndex
CREATE INDEX "newsletter_issue_region_id_asked_by_id_idx" ON "newsletter_issue"("region_id", "asked_by_id");

-- CreateIndex
CREATE INDEX "newsletter_issue_region_id_asked_of_id_idx" ON "newsletter_issue"("region_id", "asked_of_id");

-- CreateIndex
CREATE INDEX "newsletter_issue_region_id_approved_by_id_idx" ON "newsletter_issue"("region_id", "approved_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_issue_region_id_newsletter_id_year_number_key" ON "newsletter_issue"("region_id", "newsletter_id", "year", "number");

-- CreateIndex
CREATE UNIQUE INDEX "newsletter_issue_of_window" ON "newsletter_issue"("region_id", "newsletter_id", "plan_row_id", "window_from", "window_to");

-- CreateIndex
CREATE INDEX "issue_item_region_id_issue_id_position_idx" ON "issue_item"("region_id", "issue_id", "position");

-- CreateIndex
CREATE INDEX "issue_item_region_id_image_id_idx" ON "issue_item"("region_id", "image_id");

-- CreateIndex
CREATE INDEX "issue_item_region_id_actor_id_idx" ON "issue_item"("region_id", "actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_item_region_id_issue_id_kind_source_id_key" ON "issue_item"("region_id", "issue_id", "kind", "source_id");

-- CreateIndex
CREATE INDEX "newsletter_note_region_id_newsletter_id_used_at_idx" ON "newsletter_note"("region_id", "newsletter_id", "used_at");

-- CreateIndex
CREATE INDEX "newsletter_note_region_id_actor_id_idx" ON "newsletter_note"("region_id", "actor_id");

-- CreateIndex
CREATE INDEX "subscription_region_id_person_id_idx" ON "subscription"("region_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_region_id_newsletter_id_person_id_key" ON "subscription"("region_id", "newsletter_id", "person_id");

-- CreateIndex
CREATE INDEX "delivery_region_id_issue_id_idx" ON "delivery"("region_id", "issue_id");

-- CreateIndex
CREATE INDEX "delivery_region_id_person_id_sent_at_idx" ON "delivery"("region_id", "person_id", "sent_at");

-- CreateIndex
CREATE INDEX "delivery_region_id_municipality_id_sent_at_idx" ON "delivery"("region_id", "municipality_id", "sent_at");

-- CreateIndex
CREATE INDEX "delivery_region_id_template_id_idx" ON "delivery"("region_id", "template_id");

-- CreateIndex
CREATE INDEX "delivery_region_id_batch_id_idx" ON "delivery"("region_id", "batch_id");

-- CreateIndex
CREATE INDEX "delivery_region_id_sent_at_idx" ON "delivery"("region_id", "sent_at");

-- AddForeignKey
ALTER TABLE "automation_rule" ADD CONSTRAINT "automation_rule_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_rule" ADD CONSTRAINT "automation_rule_region_id_plan_row_id_fkey" FOREIGN KEY ("region_id", "plan_row_id") REFERENCES "plan_row"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_rule" ADD CONSTRAINT "automation_rule_region_id_network_id_fkey" FOREIGN KEY ("region_id", "network_id") REFERENCES "network"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_rule" ADD CONSTRAINT "automation_rule_region_id_newsletter_id_fkey" FOREIGN KEY ("region_id", "newsletter_id") REFERENCES "newsletter"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "automation_due" ADD CONSTRAINT "automation_due_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_issue_id_fkey" FOREIGN KEY ("region_id", "issue_id") REFERENCES "newsletter_issue"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_template_id_fkey" FOREIGN KEY ("region_id", "template_id") REFERENCES "delivery_template"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_batch_id_fkey" FOREIGN KEY ("region_id", "batch_id") REFERENCES "delivery_batch"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_template" ADD CONSTRAINT "delivery_template_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_batch" ADD CONSTRAINT "delivery_batch_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_batch" ADD CONSTRAINT "delivery_batch_region_id_template_id_fkey" FOREIGN KEY ("region_id", "template_id") REFERENCES "delivery_template"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery_report" ADD CONSTRAINT "delivery_report_region_id_delivery_id_fkey" FOREIGN KEY ("region_id", "delivery_id") REFERENCES "delivery"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_region_id_audience_id_fkey" FOREIGN KEY ("region_id", "audience_id") REFERENCES "audience"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_region_id_logo_id_fkey" FOREIGN KEY ("region_id", "logo_id") REFERENCES "stored_file"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_editor" ADD CONSTRAINT "newsletter_editor_region_id_newsletter_id_fkey" FOREIGN KEY ("region_id", "newsletter_id") REFERENCES "newsletter"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_editor" ADD CONSTRAINT "newsletter_editor_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_region_id_newsletter_id_fkey" FOREIGN KEY ("region_id", "newsletter_id") REFERENCES "newsletter"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_region_id_plan_row_id_fkey" FOREIGN KEY ("region_id", "plan_row_id") REFERENCES "plan_row"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_region_id_asked_by_id_fkey" FOREIGN KEY ("region_id", "asked_by_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_region_id_asked_of_id_fkey" FOREIGN KEY ("region_id", "asked_of_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_issue" ADD CONSTRAINT "newsletter_issue_region_id_approved_by_id_fkey" FOREIGN KEY ("region_id", "approved_by_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_item" ADD CONSTRAINT "issue_item_region_id_issue_id_fkey" FOREIGN KEY ("region_id", "issue_id") REFERENCES "newsletter_issue"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_item" ADD CONSTRAINT "issue_item_region_id_image_id_fkey" FOREIGN KEY ("region_id", "image_id") REFERENCES "stored_file"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue_item" ADD CONSTRAINT "issue_item_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_note" ADD CONSTRAINT "newsletter_note_region_id_newsletter_id_fkey" FOREIGN KEY ("region_id", "newsletter_id") REFERENCES "newsletter"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_note" ADD CONSTRAINT "newsletter_note_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_region_id_newsletter_id_fkey" FOREIGN KEY ("region_id", "newsletter_id") REFERENCES "newsletter"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


SELECT raise_wall(walled::regclass) FROM unnest(ARRAY[
  'newsletter', 'newsletter_editor', 'newsletter_issue', 'issue_item', 'newsletter_note', 'subscription',
  'automation_rule', 'automation_due', 'delivery_template', 'delivery_batch', 'delivery_report']) AS walled;

-- Across regions -----------------------------------------------------------------

-- Claiming batches as messages are claimed, and counting what has left lately, so that no cap is passed.
CREATE POLICY system_claims ON delivery_batch TO samvirk_system USING (true) WITH CHECK (true);
GRANT SELECT (region_id, id, state, due_at, tried_at, lease_until, leased_by, attempts),
  UPDATE (state, tried_at, lease_until, leased_by, attempts) ON delivery_batch TO samvirk_system;
GRANT SELECT (batch_id, rule, sent_at) ON delivery TO samvirk_system;
CREATE INDEX delivery_batch_due ON delivery_batch (due_at) WHERE state IN ('queued', 'sending');

-- What keys cannot say ----------------------------------------------------------

ALTER TABLE region ADD CONSTRAINT region_caps CHECK (cap_hour > 0 AND cap_week > 0);
ALTER TABLE person ADD CONSTRAINT person_locale CHECK (locale IN ('nb', 'nn', 'en'));
ALTER TABLE newsletter_issue ADD CONSTRAINT newsletter_issue_number CHECK (number > 0);
ALTER TABLE newsletter_issue ADD CONSTRAINT newsletter_issue_window CHECK (
  (window_from IS NULL) = (window_to IS NULL) AND (window_from IS NULL OR plan_row_id IS NOT NULL) AND window_to >= window_from);
ALTER TABLE newsletter_issue ADD CONSTRAINT newsletter_issue_frozen CHECK (
  state NOT IN ('approved', 'sent') OR (frozen IS NOT NULL AND approved_at IS NOT NULL));
ALTER TABLE newsletter_issue ADD CONSTRAINT newsletter_issue_sent CHECK ((state = 'sent') = (sent_at IS NOT NULL));
ALTER TABLE subscription ADD CONSTRAINT subscription_confirmed CHECK (state <> 'active' OR confirmed_at IS NOT NULL);
ALTER TABLE subscription ADD CONSTRAINT subscription_left CHECK ((state = 'left') = (left_at IS NOT NULL));
ALTER TABLE delivery_batch ADD CONSTRAINT delivery_batch_size CHECK (size BETWEEN 1 AND 100);
