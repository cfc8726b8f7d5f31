-- CreateEnum
CREATE TYPE "action_plan_state" AS ENUM ('draft', 'adopted', 'closed');

-- CreateEnum
CREATE TYPE "activity_state" AS ENUM ('not_started', 'in_progress', 'done', 'delayed', 'dropped');

-- CreateEnum
CREATE TYPE "body_kind" AS ENUM ('assembly', 'board', 'council', 'working');

-- CreateEnum
CREATE TYPE "body_part" AS ENUM ('leader', 'deputy_leader', 'member', 'deputy', 'observer', 'secretary');

-- CreateEnum
CREATE TYPE "meeting_plan_state" AS ENUM ('proposed', 'decided');

-- CreateEnum
CREATE TYPE "case_kind" AS ENUM ('opening', 'minutes', 'decision', 'information', 'other');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('queued', 'on_agenda', 'treated', 'withdrawn');

-- CreateEnum
CREATE TYPE "minutes_state" AS ENUM ('planned', 'agenda', 'live', 'ended', 'remarks', 'approved');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('as_proposed', 'changed', 'noted', 'postponed', 'not_treated');

-- CreateEnum
CREATE TYPE "presence_state" AS ENUM ('unknown', 'present', 'absent');

-- CreateEnum
CREATE TYPE "remark_state" AS ENUM ('open', 'taken', 'left_out');

-- CreateEnum
CREATE TYPE "document_kind" AS ENUM ('agenda', 'minutes', 'status_report');

-- CreateEnum
CREATE TYPE "round_kind" AS ENUM ('four_monthly', 'half_yearly', 'yearly');

-- CreateEnum
CREATE TYPE "round_state" AS ENUM ('open', 'submitted', 'correcting');

-- CreateEnum
CREATE TYPE "row_state" AS ENUM ('empty', 'draft', 'delivered');

-- CreateEnum
CREATE TYPE "account_group" AS ENUM ('income', 'wages', 'other');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "link_purpose" ADD VALUE 'remarks';
ALTER TYPE "link_purpose" ADD VALUE 'cases';
ALTER TYPE "link_purpose" ADD VALUE 'report';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "import_kind" ADD VALUE 'minutes';
ALTER TYPE "import_kind" ADD VALUE 'action_plan';
ALTER TYPE "import_kind" ADD VALUE 'status_report';
ALTER TYPE "import_kind" ADD VALUE 'accounts';

-- AlterEnum
ALTER TYPE "event_audience" ADD VALUE 'body_members';

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "body_id" UUID;

-- CreateTable
CREATE TABLE "action_plan" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "state" "action_plan_state" NOT NULL DEFAULT 'draft',
    "adopted_on" DATE,
    "adopted_by" TEXT NOT NULL DEFAULT '',
    "adopted_in_id" UUID,
    "introduction" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_plan_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "action_plan_version" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "adopted_on" DATE NOT NULL,
    "adopted_by" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_plan_version_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "action_area" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "priority_area_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "action_area_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "focus_area" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "area_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "organisation" TEXT NOT NULL DEFAULT '',
    "resources" TEXT NOT NULL DEFAULT '',
    "amount" BIGINT,
    "positions" INTEGER,
    "reporting" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "focus_area_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "measure" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "focus_area_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "strategy" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "measure_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "activity" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "timing" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "owner" TEXT NOT NULL DEFAULT '',
    "state" "activity_state" NOT NULL DEFAULT 'not_started',
    "reason" TEXT NOT NULL DEFAULT '',
    "stated_at" TIMESTAMPTZ(3),
    "nudged_at" TIMESTAMPTZ(3),
    "carried_from_id" UUID,
    "imported" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "activity_status" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,
    "state" "activity_state" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "event_id" UUID,
    "item_id" UUID,
    "person_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_status_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "governing_body" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL DEFAULT '',
    "kind" "body_kind" NOT NULL DEFAULT 'council',
    "purpose" TEXT NOT NULL DEFAULT '',
    "actor_id" UUID,
    "next_id" UUID,
    "quorum" INTEGER,
    "notice_days" INTEGER NOT NULL DEFAULT 7,
    "remark_days" INTEGER NOT NULL DEFAULT 7,
    "may_attend" TEXT NOT NULL DEFAULT '',
    "opening" BOOLEAN NOT NULL DEFAULT true,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "place" TEXT NOT NULL DEFAULT '',
    "usual_from" INTEGER,
    "usual_to" INTEGER,
    "valid_from" DATE,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "governing_body_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "body_year" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "first" INTEGER NOT NULL DEFAULT 1,
    "last" INTEGER,

    CONSTRAINT "body_year_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "body_member" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "part" "body_part" NOT NULL DEFAULT 'member',
    "person_id" UUID,
    "office" TEXT NOT NULL DEFAULT '',
    "municipality_id" UUID,
    "actor_id" UUID,
    "deputy_for_id" UUID,
    "position" INTEGER NOT NULL,
    "votes" BOOLEAN NOT NULL DEFAULT true,
    "valid_from" DATE,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "body_member_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "meeting_plan" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "meeting_plan_state" NOT NULL DEFAULT 'proposed',
    "note" TEXT NOT NULL DEFAULT '',
    "case_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "meeting_plan_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "planned_meeting" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "minutes_id" UUID,

    CONSTRAINT "planned_meeting_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "body_case" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "parent_id" UUID,
    "kind" "case_kind" NOT NULL DEFAULT 'decision',
    "letter" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "presentation" TEXT NOT NULL DEFAULT '',
    "proposal" TEXT NOT NULL DEFAULT '',
    "proposer" TEXT NOT NULL DEFAULT '',
    "proposer_id" UUID,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "legal_basis" TEXT NOT NULL DEFAULT '',
    "state" "case_state" NOT NULL DEFAULT 'queued',
    "came_from_id" UUID,
    "wanted_by" DATE,
    "about_minutes_id" UUID,
    "action_plan_id" UUID,
    "round_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "body_case_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "case_paper" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_paper_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "event_id" UUID,
    "day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL DEFAULT '',
    "state" "minutes_state" NOT NULL DEFAULT 'planned',
    "electronic" BOOLEAN NOT NULL DEFAULT false,
    "answer_by" TIMESTAMPTZ(3),
    "notice_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "secretariat" TEXT NOT NULL DEFAULT '',
    "introduction" TEXT NOT NULL DEFAULT '',
    "closing" TEXT NOT NULL DEFAULT '',
    "remarks_by" DATE,
    "approved_by_id" UUID,
    "approved_remarks" TEXT NOT NULL DEFAULT '',
    "frozen" JSONB,
    "import_id" UUID,
    "imported" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "agenda_item" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" INTEGER,
    "year" INTEGER,
    "typed_number" TEXT NOT NULL DEFAULT '',
    "outcome" "outcome",
    "decision" TEXT NOT NULL DEFAULT '',
    "unanimous" BOOLEAN,
    "votes_for" INTEGER,
    "votes_against" INTEGER,
    "notes" TEXT NOT NULL DEFAULT '',
    "pass_on_to_id" UUID,
    "announced" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agenda_item_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "presence" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "member_id" UUID,
    "name" TEXT NOT NULL,
    "represents" TEXT NOT NULL DEFAULT '',
    "state" "presence_state" NOT NULL DEFAULT 'unknown',
    "reason" TEXT NOT NULL DEFAULT '',
    "substitute" TEXT NOT NULL DEFAULT '',
    "substitute_id" UUID,
    "chair" BOOLEAN NOT NULL DEFAULT false,
    "votes" BOOLEAN NOT NULL DEFAULT true,
    "came_at_id" UUID,
    "left_at_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "disqualification" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "presence_id" UUID NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "disqualification_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "member_answer" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "presence_id" UUID NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "member_answer_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "follow_up" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "person_id" UUID,
    "actor_id" UUID,
    "responsible" TEXT NOT NULL DEFAULT '',
    "due_on" DATE,
    "done_at" TIMESTAMPTZ(3),
    "done_note" TEXT NOT NULL DEFAULT '',
    "nudged_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "follow_up_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "minutes_remark" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "minutes_id" UUID NOT NULL,
    "item_id" UUID,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "remark_state" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "minutes_remark_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "document_template" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "body_id" UUID,
    "name" TEXT NOT NULL,
    "file_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_template_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "report_round" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "round_kind" NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "rows_by" DATE,
    "submit_by" DATE,
    "state" "round_state" NOT NULL DEFAULT 'open',
    "plan_id" UUID,
    "previous_id" UUID,
    "form" JSONB NOT NULL,
    "texts" JSONB NOT NULL DEFAULT '{}',
    "submitted_at" TIMESTAMPTZ(3),
    "import_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_round_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "report_row" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "activity_id" UUID,
    "asks" BOOLEAN NOT NULL DEFAULT false,
    "area" TEXT NOT NULL DEFAULT '',
    "focus_area" TEXT NOT NULL DEFAULT '',
    "strategy" TEXT NOT NULL DEFAULT '',
    "measure" TEXT NOT NULL DEFAULT '',
    "activity" TEXT NOT NULL DEFAULT '',
    "timing" TEXT NOT NULL DEFAULT '',
    "owner_id" UUID,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "state" "row_state" NOT NULL DEFAULT 'empty',
    "delivered_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "report_row_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "report_figure" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "definition" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "value" BIGINT,
    "source" TEXT NOT NULL DEFAULT '',
    "counted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "report_figure_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "report_submission" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "person_id" UUID,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_submission_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "project" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "focus_area_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "project_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "account_line" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "group" "account_group" NOT NULL,
    "actual" BIGINT NOT NULL,
    "budget" BIGINT NOT NULL,
    "year_budget" BIGINT NOT NULL,

    CONSTRAINT "account_line_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "fee_scheme" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "area_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "fee_scheme_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "fee_year" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "rate" INTEGER NOT NULL,
    "fixed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "fee_year_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "fee_line" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "fee_year_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "population" INTEGER NOT NULL,
    "population_year" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "fee_line_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateIndex
CREATE INDEX "action_plan_region_id_adopted_in_id_idx" ON "action_plan"("region_id", "adopted_in_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_region_id_year_key" ON "action_plan"("region_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "action_plan_version_region_id_plan_id_number_key" ON "action_plan_version"("region_id", "plan_id", "number");

-- CreateIndex
CREATE INDEX "action_area_region_id_priority_area_id_idx" ON "action_area"("region_id", "priority_area_id");

-- CreateIndex
CREATE UNIQUE INDEX "action_area_region_id_plan_id_priority_area_id_key" ON "action_area"("region_id", "plan_id", "priority_area_id");

-- CreateIndex
CREATE INDEX "focus_area_region_id_area_id_position_idx" ON "focus_area"("region_id", "area_id", "position");

-- CreateIndex
CREATE INDEX "measure_region_id_focus_area_id_position_idx" ON "measure"("region_id", "focus_area_id", "position");

-- CreateIndex
CREATE INDEX "activity_region_id_measure_id_position_idx" ON "activity"("region_id", "measure_id", "position");

-- CreateIndex
CREATE INDEX "activity_region_id_owner_id_idx" ON "activity"("region_id", "owner_id");

-- CreateIndex
CREATE INDEX "activity_region_id_carried_from_id_idx" ON "activity"("region_id", "carried_from_id");

-- CreateIndex
CREATE INDEX "activity_region_id_state_idx" ON "activity"("region_id", "state");

-- CreateIndex
CREATE INDEX "activity_status_region_id_activity_id_at_idx" ON "activity_status"("region_id", "activity_id", "at");

-- CreateIndex
CREATE INDEX "activity_status_region_id_event_id_idx" ON "activity_status"("region_id", "event_id");

-- CreateIndex
CREATE INDEX "activity_status_region_id_item_id_idx" ON "activity_status"("region_id", "item_id");

-- CreateIndex
CREATE INDEX "activity_status_region_id_person_id_idx" ON "activity_status"("region_id", "person_id");

-- CreateIndex
CREATE INDEX "governing_body_region_id_position_idx" ON "governing_body"("region_id", "position");

-- CreateIndex
CREATE INDEX "governing_body_region_id_actor_id_idx" ON "governing_body"("region_id", "actor_id");

-- CreateIndex
CREATE INDEX "governing_body_region_id_next_id_idx" ON "governing_body"("region_id", "next_id");

-- CreateIndex
CREATE UNIQUE INDEX "governing_body_region_id_name_key" ON "governing_body"("region_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "body_year_region_id_body_id_year_key" ON "body_year"("region_id", "body_id", "year");

-- CreateIndex
CREATE INDEX "body_member_region_id_body_id_position_idx" ON "body_member"("region_id", "body_id", "position");

-- CreateIndex
CREATE INDEX "body_member_region_id_person_id_idx" ON "body_member"("region_id", "person_id");

-- CreateIndex
CREATE INDEX "body_member_region_id_municipality_id_idx" ON "body_member"("region_id", "municipality_id");

-- CreateIndex
CREATE INDEX "body_member_region_id_actor_id_idx" ON "body_member"("region_id", "actor_id");

-- CreateIndex
CREATE INDEX "body_member_region_id_deputy_for_id_idx" ON "body_member"("region_id", "deputy_for_id");

-- CreateIndex
CREATE INDEX "meeting_plan_region_id_case_id_idx" ON "meeting_plan"("region_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_plan_region_id_year_key" ON "meeting_plan"("region_id", "year");

-- CreateIndex
CREATE INDEX "planned_meeting_region_id_plan_id_day_idx" ON "planned_meeting"("region_id", "plan_id", "day");

-- CreateIndex
CREATE INDEX "planned_meeting_region_id_body_id_idx" ON "planned_meeting"("region_id", "body_id");

-- CreateIndex
CREATE INDEX "planned_meeting_region_id_minutes_id_idx" ON "planned_meeting"("region_id", "minutes_id");

-- CreateIndex
CREATE INDEX "body_case_region_id_body_id_state_position_idx" ON "body_case"("region_id", "body_id", "state", "position");

-- CreateIndex
CREATE INDEX "body_case_region_id_parent_id_position_idx" ON "body_case"("region_id", "parent_id", "position");

-- CreateIndex
CREATE INDEX "body_case_region_id_proposer_id_idx" ON "body_case"("region_id", "proposer_id");

-- CreateIndex
CREATE INDEX "body_case_region_id_came_from_id_idx" ON "body_case"("region_id", "came_from_id");

-- CreateIndex
CREATE INDEX "body_case_region_id_about_minutes_id_idx" ON "body_case"("region_id", "about_minutes_id");

-- CreateIndex
CREATE INDEX "body_case_region_id_action_plan_id_idx" ON "body_case"("region_id", "action_plan_id");

-- CreateIndex
CREATE INDEX "body_case_region_id_round_id_idx" ON "body_case"("region_id", "round_id");

-- CreateIndex
CREATE INDEX "case_paper_region_id_case_id_position_idx" ON "case_paper"("region_id", "case_id", "position");

-- CreateIndex
CREATE INDEX "case_paper_region_id_file_id_idx" ON "case_paper"("region_id", "file_id");

-- CreateIndex
CREATE INDEX "minutes_region_id_body_id_day_idx" ON "minutes"("region_id", "body_id", "day");

-- CreateIndex
CREATE INDEX "minutes_region_id_approved_by_id_idx" ON "minutes"("region_id", "approved_by_id");

-- CreateIndex
CREATE INDEX "minutes_region_id_import_id_idx" ON "minutes"("region_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_region_id_event_id_key" ON "minutes"("region_id", "event_id");

-- CreateIndex
CREATE INDEX "agenda_item_region_id_minutes_id_position_idx" ON "agenda_item"("region_id", "minutes_id", "position");

-- CreateIndex
CREATE INDEX "agenda_item_region_id_case_id_idx" ON "agenda_item"("region_id", "case_id");

-- CreateIndex
CREATE INDEX "agenda_item_region_id_pass_on_to_id_idx" ON "agenda_item"("region_id", "pass_on_to_id");

-- CreateIndex
CREATE INDEX "agenda_item_region_id_changed_by_id_idx" ON "agenda_item"("region_id", "changed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_region_id_minutes_id_case_id_key" ON "agenda_item"("region_id", "minutes_id", "case_id");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_item_region_id_body_id_year_number_key" ON "agenda_item"("region_id", "body_id", "year", "number");

-- CreateIndex
CREATE INDEX "presence_region_id_minutes_id_position_idx" ON "presence"("region_id", "minutes_id", "position");

-- CreateIndex
CREATE INDEX "presence_region_id_member_id_idx" ON "presence"("region_id", "member_id");

-- CreateIndex
CREATE INDEX "presence_region_id_substitute_id_idx" ON "presence"("region_id", "substitute_id");

-- CreateIndex
CREATE INDEX "presence_region_id_came_at_id_idx" ON "presence"("region_id", "came_at_id");

-- CreateIndex
CREATE INDEX "presence_region_id_left_at_id_idx" ON "presence"("region_id", "left_at_id");

-- CreateIndex
CREATE UNIQUE INDEX "presence_region_id_minutes_id_member_id_key" ON "presence"("region_id", "minutes_id", "member_id");

-- CreateIndex
CREATE INDEX "disqualification_region_id_presence_id_idx" ON "disqualification"("region_id", "presence_id");

-- CreateIndex
CREATE UNIQUE INDEX "disqualification_region_id_item_id_presence_id_key" ON "disqualification"("region_id", "item_id", "presence_id");

-- CreateIndex
CREATE INDEX "member_answer_region_id_presence_id_idx" ON "member_answer"("region_id", "presence_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_answer_region_id_item_id_presence_id_key" ON "member_answer"("region_id", "item_id", "presence_id");

-- CreateIndex
CREATE INDEX "follow_up_region_id_item_id_position_idx" ON "follow_up"("region_id", "item_id", "position");

-- CreateIndex
CREATE INDEX "follow_up_region_id_due_on_idx" ON "follow_up"("region_id", "due_on");

-- CreateIndex
CREATE INDEX "follow_up_region_id_person_id_idx" ON "follow_up"("region_id", "person_id");

-- CreateIndex
CREATE INDEX "follow_up_region_id_actor_id_idx" ON "follow_up"("region_id", "actor_id");

-- CreateIndex
CREATE INDEX "minutes_remark_region_id_minutes_id_idx" ON "minutes_remark"("region_id", "minutes_id");

-- CreateIndex
CREATE INDEX "minutes_remark_region_id_item_id_idx" ON "minutes_remark"("region_id", "item_id");

-- CreateIndex
CREATE INDEX "minutes_remark_region_id_person_id_idx" ON "minutes_remark"("region_id", "person_id");

-- CreateIndex
CREATE INDEX "document_template_region_id_body_id_idx" ON "document_template"("region_id", "body_id");

-- CreateIndex
CREATE INDEX "document_template_region_id_file_id_idx" ON "document_template"("region_id", "file_id");

-- CreateIndex
CREATE INDEX "report_round_region_id_plan_id_idx" ON "report_round"("region_id", "plan_id");

-- CreateIndex
CREATE INDEX "report_round_region_id_previous_id_idx" ON "report_round"("region_id", "previous_id");

-- CreateIndex
CREATE INDEX "report_round_region_id_import_id_idx" ON "report_round"("region_id", "import_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_round_region_id_kind_from_to_key" ON "report_round"("region_id", "kind", "from", "to");

-- CreateIndex
CREATE INDEX "report_row_region_id_round_id_position_idx" ON "report_row"("region_id", "round_id", "position");

-- CreateIndex
CREATE INDEX "report_row_region_id_activity_id_idx" ON "report_row"("region_id", "activity_id");

-- CreateIndex
CREATE INDEX "report_row_region_id_owner_id_idx" ON "report_row"("region_id", "owner_id");

-- CreateIndex
CREATE INDEX "report_figure_region_id_round_id_position_idx" ON "report_figure"("region_id", "round_id", "position");

-- CreateIndex
CREATE INDEX "report_submission_region_id_person_id_idx" ON "report_submission"("region_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "report_submission_region_id_round_id_number_key" ON "report_submission"("region_id", "round_id", "number");

-- CreateIndex
CREATE INDEX "project_region_id_focus_area_id_idx" ON "project"("region_id", "focus_area_id");

-- CreateIndex
CREATE UNIQUE INDEX "project_region_id_number_key" ON "project"("region_id", "number");

-- CreateIndex
CREATE INDEX "account_line_region_id_project_id_idx" ON "account_line"("region_id", "project_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_line_region_id_round_id_project_id_account_key" ON "account_line"("region_id", "round_id", "project_id", "account");

-- CreateIndex
CREATE INDEX "fee_scheme_region_id_area_id_idx" ON "fee_scheme"("region_id", "area_id");

-- CreateIndex
CREATE UNIQUE INDEX "fee_scheme_region_id_name_key" ON "fee_scheme"("region_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "fee_year_region_id_scheme_id_year_key" ON "fee_year"("region_id", "scheme_id", "year");

-- CreateIndex
CREATE INDEX "fee_line_region_id_municipality_id_idx" ON "fee_line"("region_id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "fee_line_region_id_fee_year_id_municipality_id_key" ON "fee_line"("region_id", "fee_year_id", "municipality_id");

-- CreateIndex
CREATE INDEX "event_region_id_body_id_idx" ON "event"("region_id", "body_id");

-- AddForeignKey
ALTER TABLE "action_plan" ADD CONSTRAINT "action_plan_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_plan" ADD CONSTRAINT "action_plan_region_id_adopted_in_id_fkey" FOREIGN KEY ("region_id", "adopted_in_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_plan_version" ADD CONSTRAINT "action_plan_version_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "action_plan"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_area" ADD CONSTRAINT "action_area_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "action_plan"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "action_area" ADD CONSTRAINT "action_area_region_id_priority_area_id_fkey" FOREIGN KEY ("region_id", "priority_area_id") REFERENCES "priority_area"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "focus_area" ADD CONSTRAINT "focus_area_region_id_area_id_fkey" FOREIGN KEY ("region_id", "area_id") REFERENCES "action_area"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "measure" ADD CONSTRAINT "measure_region_id_focus_area_id_fkey" FOREIGN KEY ("region_id", "focus_area_id") REFERENCES "focus_area"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_region_id_measure_id_fkey" FOREIGN KEY ("region_id", "measure_id") REFERENCES "measure"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_region_id_owner_id_fkey" FOREIGN KEY ("region_id", "owner_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_region_id_carried_from_id_fkey" FOREIGN KEY ("region_id", "carried_from_id") REFERENCES "activity"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_status" ADD CONSTRAINT "activity_status_region_id_activity_id_fkey" FOREIGN KEY ("region_id", "activity_id") REFERENCES "activity"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_status" ADD CONSTRAINT "activity_status_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_status" ADD CONSTRAINT "activity_status_region_id_item_id_fkey" FOREIGN KEY ("region_id", "item_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_status" ADD CONSTRAINT "activity_status_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governing_body" ADD CONSTRAINT "governing_body_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governing_body" ADD CONSTRAINT "governing_body_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "governing_body" ADD CONSTRAINT "governing_body_region_id_next_id_fkey" FOREIGN KEY ("region_id", "next_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_year" ADD CONSTRAINT "body_year_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_region_id_municipality_id_fkey" FOREIGN KEY ("region_id", "municipality_id") REFERENCES "region_municipality"("region_id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_member" ADD CONSTRAINT "body_member_region_id_deputy_for_id_fkey" FOREIGN KEY ("region_id", "deputy_for_id") REFERENCES "body_member"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_plan" ADD CONSTRAINT "meeting_plan_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_plan" ADD CONSTRAINT "meeting_plan_region_id_case_id_fkey" FOREIGN KEY ("region_id", "case_id") REFERENCES "body_case"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_meeting" ADD CONSTRAINT "planned_meeting_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "meeting_plan"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_meeting" ADD CONSTRAINT "planned_meeting_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "planned_meeting" ADD CONSTRAINT "planned_meeting_region_id_minutes_id_fkey" FOREIGN KEY ("region_id", "minutes_id") REFERENCES "minutes"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_parent_id_fkey" FOREIGN KEY ("region_id", "parent_id") REFERENCES "body_case"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_proposer_id_fkey" FOREIGN KEY ("region_id", "proposer_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_came_from_id_fkey" FOREIGN KEY ("region_id", "came_from_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_about_minutes_id_fkey" FOREIGN KEY ("region_id", "about_minutes_id") REFERENCES "minutes"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_action_plan_id_fkey" FOREIGN KEY ("region_id", "action_plan_id") REFERENCES "action_plan"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "body_case" ADD CONSTRAINT "body_case_region_id_round_id_fkey" FOREIGN KEY ("region_id", "round_id") REFERENCES "report_round"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_paper" ADD CONSTRAINT "case_paper_region_id_case_id_fkey" FOREIGN KEY ("region_id", "case_id") REFERENCES "body_case"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_paper" ADD CONSTRAINT "case_paper_region_id_file_id_fkey" FOREIGN KEY ("region_id", "file_id") REFERENCES "stored_file"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_region_id_approved_by_id_fkey" FOREIGN KEY ("region_id", "approved_by_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_region_id_import_id_fkey" FOREIGN KEY ("region_id", "import_id") REFERENCES "import"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_region_id_minutes_id_fkey" FOREIGN KEY ("region_id", "minutes_id") REFERENCES "minutes"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_region_id_case_id_fkey" FOREIGN KEY ("region_id", "case_id") REFERENCES "body_case"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_region_id_pass_on_to_id_fkey" FOREIGN KEY ("region_id", "pass_on_to_id") REFERENCES "governing_body"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_region_id_changed_by_id_fkey" FOREIGN KEY ("region_id", "changed_by_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_region_id_minutes_id_fkey" FOREIGN KEY ("region_id", "minutes_id") REFERENCES "minutes"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_region_id_member_id_fkey" FOREIGN KEY ("region_id", "member_id") REFERENCES "body_member"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_region_id_substitute_id_fkey" FOREIGN KEY ("region_id", "substitute_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_region_id_came_at_id_fkey" FOREIGN KEY ("region_id", "came_at_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_region_id_left_at_id_fkey" FOREIGN KEY ("region_id", "left_at_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_region_id_item_id_fkey" FOREIGN KEY ("region_id", "item_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disqualification" ADD CONSTRAINT "disqualification_region_id_presence_id_fkey" FOREIGN KEY ("region_id", "presence_id") REFERENCES "presence"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_answer" ADD CONSTRAINT "member_answer_region_id_item_id_fkey" FOREIGN KEY ("region_id", "item_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member_answer" ADD CONSTRAINT "member_answer_region_id_presence_id_fkey" FOREIGN KEY ("region_id", "presence_id") REFERENCES "presence"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_region_id_item_id_fkey" FOREIGN KEY ("region_id", "item_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up" ADD CONSTRAINT "follow_up_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_remark" ADD CONSTRAINT "minutes_remark_region_id_minutes_id_fkey" FOREIGN KEY ("region_id", "minutes_id") REFERENCES "minutes"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_remark" ADD CONSTRAINT "minutes_remark_region_id_item_id_fkey" FOREIGN KEY ("region_id", "item_id") REFERENCES "agenda_item"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "minutes_remark" ADD CONSTRAINT "minutes_remark_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_region_id_body_id_fkey" FOREIGN KEY ("region_id", "body_id") REFERENCES "governing_body"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_region_id_file_id_fkey" FOREIGN KEY ("region_id", "file_id") REFERENCES "stored_file"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_round" ADD CONSTRAINT "report_round_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_round" ADD CONSTRAINT "report_round_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "action_plan"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_round" ADD CONSTRAINT "report_round_region_id_previous_id_fkey" FOREIGN KEY ("region_id", "previous_id") REFERENCES "report_round"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_round" ADD CONSTRAINT "report_round_region_id_import_id_fkey" FOREIGN KEY ("region_id", "import_id") REFERENCES "import"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_region_id_round_id_fkey" FOREIGN KEY ("region_id", "round_id") REFERENCES "report_round"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_region_id_activity_id_fkey" FOREIGN KEY ("region_id", "activity_id") REFERENCES "activity"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_row" ADD CONSTRAINT "report_row_region_id_owner_id_fkey" FOREIGN KEY ("region_id", "owner_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_figure" ADD CONSTRAINT "report_figure_region_id_round_id_fkey" FOREIGN KEY ("region_id", "round_id") REFERENCES "report_round"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_submission" ADD CONSTRAINT "report_submission_region_id_round_id_fkey" FOREIGN KEY ("region_id", "round_id") REFERENCES "report_round"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_submission" ADD CONSTRAINT "report_submission_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "project" ADD CONSTRAINT "project_region_id_focus_area_id_fkey" FOREIGN KEY ("region_id", "focus_area_id") REFERENCES "focus_area"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_line" ADD CONSTRAINT "account_line_region_id_round_id_fkey" FOREIGN KEY ("region_id", "round_id") REFERENCES "report_round"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_line" ADD CONSTRAINT "account_line_region_id_project_id_fkey" FOREIGN KEY ("region_id", "project_id") REFERENCES "project"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_scheme" ADD CONSTRAINT "fee_scheme_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_scheme" ADD CONSTRAINT "fee_scheme_region_id_area_id_fkey" FOREIGN KEY ("region_id", "area_id") REFERENCES "area"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_year" ADD CONSTRAINT "fee_year_region_id_scheme_id_fkey" FOREIGN KEY ("region_id", "scheme_id") REFERENCES "fee_scheme"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_region_id_fee_year_id_fkey" FOREIGN KEY ("region_id", "fee_year_id") REFERENCES "fee_year"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_region_id_municipality_id_fkey" FOREIGN KEY ("region_id", "municipality_id") REFERENCES "region_municipality"("region_id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT raise_wall(walled::regclass) FROM unnest(ARRAY[
  'governing_body', 'body_year', 'body_member', 'meeting_plan', 'planned_meeting', 'body_case', 'case_paper', 'minutes',
  'agenda_item', 'presence', 'disqualification', 'member_answer', 'follow_up', 'minutes_remark', 'document_template',
  'action_plan', 'action_plan_version', 'action_area', 'focus_area', 'measure', 'activity', 'activity_status',
  'report_round', 'report_row', 'report_figure', 'report_submission', 'project', 'account_line', 'fee_scheme',
  'fee_year', 'fee_line']) AS walled;

-- What has been adopted or submitted is written and read, never changed.
REVOKE UPDATE ON action_plan_version FROM samvirk_app;
REVOKE UPDATE, DELETE ON report_submission FROM samvirk_app;

-- What keys cannot say ----------------------------------------------------------

ALTER TABLE governing_body ADD CONSTRAINT governing_body_rules CHECK (quorum > 0 AND notice_days >= 0 AND remark_days >= 0);
ALTER TABLE governing_body ADD CONSTRAINT governing_body_ends_after_start CHECK (valid_to > valid_from);
ALTER TABLE governing_body ADD CONSTRAINT governing_body_not_its_own_next CHECK (next_id <> id);
ALTER TABLE body_year ADD CONSTRAINT body_year_counts CHECK (first > 0 AND last > 0);
ALTER TABLE body_member ADD CONSTRAINT body_member_is_somebody CHECK (person_id IS NOT NULL OR office <> '');
ALTER TABLE body_member ADD CONSTRAINT body_member_represents_one CHECK (num_nonnulls(municipality_id, actor_id) <= 1);
ALTER TABLE body_member ADD CONSTRAINT body_member_ends_after_start CHECK (valid_to > valid_from);
ALTER TABLE body_member ADD CONSTRAINT body_member_deputy CHECK (deputy_for_id IS NULL OR (part = 'deputy' AND deputy_for_id <> id));
ALTER TABLE planned_meeting ADD CONSTRAINT planned_meeting_ends_after_start CHECK ("from" >= 0 AND "to" > "from" AND "to" <= 1440);
ALTER TABLE body_case ADD CONSTRAINT body_case_closed_has_basis CHECK (NOT closed OR legal_basis <> '');
ALTER TABLE body_case ADD CONSTRAINT body_case_not_its_own_part CHECK (parent_id <> id);
ALTER TABLE case_paper ADD CONSTRAINT case_paper_is_file_or_link CHECK ((file_id IS NULL) = (link <> ''));
ALTER TABLE minutes ADD CONSTRAINT minutes_ends_after_start CHECK (ends_at > starts_at);
ALTER TABLE minutes ADD CONSTRAINT minutes_approved_frozen CHECK (state <> 'approved' OR frozen IS NOT NULL);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_number CHECK ((number IS NULL) = (year IS NULL) AND number > 0);
ALTER TABLE agenda_item ADD CONSTRAINT agenda_item_votes CHECK (votes_for >= 0 AND votes_against >= 0);
ALTER TABLE action_plan ADD CONSTRAINT action_plan_adopted_has_day CHECK (state = 'draft' OR adopted_on IS NOT NULL);
ALTER TABLE focus_area ADD CONSTRAINT focus_area_resources CHECK (amount >= 0 AND positions >= 0);
ALTER TABLE activity ADD CONSTRAINT activity_has_reason CHECK (state NOT IN ('delayed', 'dropped') OR reason <> '');
ALTER TABLE report_round ADD CONSTRAINT report_round_ends_after_start CHECK ("to" >= "from");
ALTER TABLE report_round ADD CONSTRAINT report_round_submitted CHECK (state <> 'submitted' OR submitted_at IS NOT NULL);
ALTER TABLE report_submission ADD CONSTRAINT report_submission_number CHECK (number > 0);
ALTER TABLE fee_year ADD CONSTRAINT fee_year_rate CHECK (rate > 0);
ALTER TABLE fee_line ADD CONSTRAINT fee_line_population CHECK (population >= 0 AND amount >= 0);
