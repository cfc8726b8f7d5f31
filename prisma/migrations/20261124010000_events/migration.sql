-- CreateEnum
CREATE TYPE "event_audience" AS ENUM ('contact_persons', 'network_members', 'audience');

-- CreateEnum
CREATE TYPE "registration_mode" AS ENUM ('none', 'open', 'approval');

-- CreateEnum
CREATE TYPE "attendance_way" AS ENUM ('room', 'online', 'both');

-- CreateEnum
CREATE TYPE "reminder_kind" AS ENUM ('unanswered', 'coming');

-- CreateEnum
CREATE TYPE "question_purpose" AS ENUM ('registration', 'feedback');

-- CreateEnum
CREATE TYPE "question_kind" AS ENUM ('short', 'long', 'choice', 'several', 'consent', 'scale');

-- CreateEnum
CREATE TYPE "registration_state" AS ENUM ('pending', 'registered', 'waiting', 'offered', 'refused', 'cancelled');

-- CreateEnum
CREATE TYPE "reply_state" AS ENUM ('waiting', 'counted', 'dismissed');

-- CreateEnum
CREATE TYPE "substitute_words" AS ENUM ('full', 'pva');

-- AlterEnum
ALTER TYPE "link_purpose" ADD VALUE 'registration';
ALTER TYPE "link_purpose" ADD VALUE 'feedback';
ALTER TYPE "link_purpose" ADD VALUE 'feed';

-- AlterEnum
ALTER TYPE "answered_by" ADD VALUE 'mail';

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "registration_id" UUID;

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "asks_feedback" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "asks_needs" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "attendance_way" "attendance_way" NOT NULL DEFAULT 'room',
ADD COLUMN     "audience_id" UUID,
ADD COLUMN     "audience_kind" "event_audience",
ADD COLUMN     "calls_deputies" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "capacity" INTEGER,
ADD COLUMN     "capacity_online" INTEGER,
ADD COLUMN     "gives_certificate" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "join_link" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "language" TEXT,
ADD COLUMN     "offer_hours" INTEGER NOT NULL DEFAULT 24,
ADD COLUMN     "open" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "recording_at" TIMESTAMPTZ(3),
ADD COLUMN     "recording_link" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "register_by" TIMESTAMPTZ(3),
ADD COLUMN     "registration" "registration_mode" NOT NULL DEFAULT 'none',
ADD COLUMN     "series_id" UUID,
ADD COLUMN     "wake_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "answered_for_id" UUID,
ADD COLUMN     "attended_at" TIMESTAMPTZ(3),
ADD COLUMN     "called_up" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "comment" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "feedback_at" DATE,
ADD COLUMN     "needs" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "replied_stamp" TIMESTAMPTZ(3),
ADD COLUMN     "substitute_for_id" UUID;

-- AlterTable
ALTER TABLE "region" ADD COLUMN     "substitute_words" "substitute_words" NOT NULL DEFAULT 'full';

-- AlterTable
ALTER TABLE "priority_area_link" ADD COLUMN     "event_id" UUID;

-- CreateTable
CREATE TABLE "event_organiser" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "event_organiser_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "event_partner" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,

    CONSTRAINT "event_partner_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "programme_item" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "starts_after" INTEGER,
    "title" TEXT NOT NULL,
    "speaker" TEXT NOT NULL DEFAULT '',
    "description" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "programme_item_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "paper" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "item_id" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "link" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "open" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "paper_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "event_reminder" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" "reminder_kind" NOT NULL,
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "event_reminder_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "event_question" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "purpose" "question_purpose" NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "question_kind" NOT NULL,
    "label" TEXT NOT NULL,
    "hint" TEXT NOT NULL DEFAULT '',
    "options" TEXT[],
    "required" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "event_question_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "registration" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT NOT NULL DEFAULT '',
    "municipality_id" UUID,
    "way" "attendance_way" NOT NULL,
    "state" "registration_state" NOT NULL,
    "number" INTEGER NOT NULL,
    "offered_until" TIMESTAMPTZ(3),
    "answers" JSONB NOT NULL DEFAULT '{}',
    "needs" TEXT NOT NULL DEFAULT '',
    "locale" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 0,
    "attended_at" TIMESTAMPTZ(3),
    "feedback_at" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "feedback" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "answers" JSONB NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "inbound_reply" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "from_name" TEXT NOT NULL DEFAULT '',
    "from_address" TEXT NOT NULL,
    "attendee" TEXT NOT NULL,
    "answer" "answer" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "stamp" TIMESTAMPTZ(3) NOT NULL,
    "state" "reply_state" NOT NULL DEFAULT 'waiting',
    "invitation_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbound_reply_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "deputy" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "person_id" UUID,
    "municipality_id" UUID,
    "deputy_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "deputy_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "content" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateIndex
CREATE INDEX "event_organiser_region_id_actor_id_idx" ON "event_organiser"("region_id", "actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_organiser_region_id_event_id_actor_id_key" ON "event_organiser"("region_id", "event_id", "actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_partner_region_id_event_id_partner_id_key" ON "event_partner"("region_id", "event_id", "partner_id");

-- CreateIndex
CREATE INDEX "programme_item_region_id_event_id_position_idx" ON "programme_item"("region_id", "event_id", "position");

-- CreateIndex
CREATE INDEX "paper_region_id_event_id_position_idx" ON "paper"("region_id", "event_id", "position");

-- CreateIndex
CREATE INDEX "paper_region_id_item_id_idx" ON "paper"("region_id", "item_id");

-- CreateIndex
CREATE INDEX "paper_region_id_file_id_idx" ON "paper"("region_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "event_reminder_region_id_event_id_kind_minutes_key" ON "event_reminder"("region_id", "event_id", "kind", "minutes");

-- CreateIndex
CREATE INDEX "event_question_region_id_event_id_purpose_position_idx" ON "event_question"("region_id", "event_id", "purpose", "position");

-- CreateIndex
CREATE INDEX "registration_region_id_event_id_state_number_idx" ON "registration"("region_id", "event_id", "state", "number");

-- CreateIndex
CREATE INDEX "registration_region_id_person_id_idx" ON "registration"("region_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_region_id_event_id_person_id_key" ON "registration"("region_id", "event_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "registration_region_id_event_id_number_key" ON "registration"("region_id", "event_id", "number");

-- CreateIndex
CREATE INDEX "feedback_region_id_event_id_idx" ON "feedback"("region_id", "event_id");

-- CreateIndex
CREATE INDEX "inbound_reply_region_id_event_id_state_idx" ON "inbound_reply"("region_id", "event_id", "state");

-- CreateIndex
CREATE INDEX "inbound_reply_region_id_invitation_id_idx" ON "inbound_reply"("region_id", "invitation_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_reply_region_id_key_key" ON "inbound_reply"("region_id", "key");

-- CreateIndex
CREATE INDEX "deputy_region_id_deputy_id_idx" ON "deputy"("region_id", "deputy_id");

-- CreateIndex
CREATE UNIQUE INDEX "deputy_region_id_person_id_deputy_id_key" ON "deputy"("region_id", "person_id", "deputy_id");

-- CreateIndex
CREATE UNIQUE INDEX "deputy_region_id_municipality_id_deputy_id_key" ON "deputy"("region_id", "municipality_id", "deputy_id");

-- CreateIndex
CREATE INDEX "delivery_region_id_registration_id_idx" ON "delivery"("region_id", "registration_id");

-- CreateIndex
CREATE INDEX "event_region_id_series_id_idx" ON "event"("region_id", "series_id");

-- CreateIndex
CREATE INDEX "event_region_id_audience_id_idx" ON "event"("region_id", "audience_id");

-- CreateIndex
CREATE INDEX "invitation_region_id_substitute_for_id_idx" ON "invitation"("region_id", "substitute_for_id");

-- CreateIndex
CREATE INDEX "invitation_region_id_answered_for_id_idx" ON "invitation"("region_id", "answered_for_id");

-- CreateIndex
CREATE INDEX "priority_area_link_region_id_event_id_idx" ON "priority_area_link"("region_id", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "priority_area_link_region_id_priority_area_id_event_id_key" ON "priority_area_link"("region_id", "priority_area_id", "event_id");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_registration_id_fkey" FOREIGN KEY ("region_id", "registration_id") REFERENCES "registration"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_audience_id_fkey" FOREIGN KEY ("region_id", "audience_id") REFERENCES "audience"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_organiser" ADD CONSTRAINT "event_organiser_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_partner" ADD CONSTRAINT "event_partner_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_item" ADD CONSTRAINT "programme_item_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_region_id_item_id_fkey" FOREIGN KEY ("region_id", "item_id") REFERENCES "programme_item"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "paper" ADD CONSTRAINT "paper_region_id_file_id_fkey" FOREIGN KEY ("region_id", "file_id") REFERENCES "stored_file"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_reminder" ADD CONSTRAINT "event_reminder_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_question" ADD CONSTRAINT "event_question_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration" ADD CONSTRAINT "registration_region_id_municipality_id_fkey" FOREIGN KEY ("region_id", "municipality_id") REFERENCES "region_municipality"("region_id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_reply" ADD CONSTRAINT "inbound_reply_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbound_reply" ADD CONSTRAINT "inbound_reply_region_id_invitation_id_fkey" FOREIGN KEY ("region_id", "invitation_id") REFERENCES "invitation"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_region_id_municipality_id_fkey" FOREIGN KEY ("region_id", "municipality_id") REFERENCES "region_municipality"("region_id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deputy" ADD CONSTRAINT "deputy_region_id_deputy_id_fkey" FOREIGN KEY ("region_id", "deputy_id") REFERENCES "person"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_substitute_for_id_fkey" FOREIGN KEY ("region_id", "substitute_for_id") REFERENCES "invitation"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_answered_for_id_fkey" FOREIGN KEY ("region_id", "answered_for_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_area_link" ADD CONSTRAINT "priority_area_link_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

SELECT raise_wall(walled::regclass) FROM unnest(ARRAY[
  'event_organiser', 'event_partner', 'programme_item', 'paper', 'stored_file', 'event_reminder', 'event_question',
  'registration', 'feedback', 'inbound_reply', 'deputy']) AS walled;

-- Across regions -----------------------------------------------------------------

-- Which events something is due of, whatever their region, and which are held with a partner: that, and nothing of what
-- they are.
CREATE POLICY system_reads ON event FOR SELECT TO samvirk_system USING (wake_at IS NOT NULL);
CREATE POLICY system_reads ON event_partner FOR SELECT TO samvirk_system USING (true);
GRANT SELECT (region_id, id, wake_at) ON event TO samvirk_system;
GRANT SELECT ON event_partner TO samvirk_system;
CREATE INDEX event_wake ON event (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX event_partner_partner ON event_partner (partner_id);

-- What keys cannot say ----------------------------------------------------------

ALTER TABLE event ADD CONSTRAINT event_capacity CHECK (capacity > 0 AND capacity_online > 0);
ALTER TABLE event ADD CONSTRAINT event_offer_hours CHECK (offer_hours BETWEEN 1 AND 336);
ALTER TABLE event ADD CONSTRAINT event_audience_is_one CHECK ((audience_id IS NOT NULL) = (audience_kind IS NOT NULL AND audience_kind = 'audience'));
ALTER TABLE event ADD CONSTRAINT event_language CHECK (language IN ('nb', 'nn', 'en'));
ALTER TABLE programme_item ADD CONSTRAINT programme_item_starts_within CHECK (starts_after >= 0);
ALTER TABLE paper ADD CONSTRAINT paper_is_file_or_link CHECK ((file_id IS NULL) = (link <> ''));
ALTER TABLE stored_file ADD CONSTRAINT stored_file_size CHECK (size BETWEEN 0 AND 10485760);
ALTER TABLE event_reminder ADD CONSTRAINT event_reminder_before CHECK (minutes > 0);
ALTER TABLE registration ADD CONSTRAINT registration_way_is_one CHECK (way <> 'both');
ALTER TABLE registration ADD CONSTRAINT registration_offer_ends CHECK ((state = 'offered') = (offered_until IS NOT NULL));
ALTER TABLE inbound_reply ADD CONSTRAINT inbound_reply_decided CHECK ((state = 'waiting') = (decided_at IS NULL));
ALTER TABLE deputy ADD CONSTRAINT deputy_is_of_one CHECK (num_nonnulls(person_id, municipality_id) = 1);
ALTER TABLE deputy ADD CONSTRAINT deputy_not_herself CHECK (person_id <> deputy_id);
ALTER TABLE invitation ADD CONSTRAINT invitation_not_its_own_substitute CHECK (substitute_for_id <> id);
ALTER TABLE priority_area_link DROP CONSTRAINT priority_area_link_is_one;
ALTER TABLE priority_area_link ADD CONSTRAINT priority_area_link_is_one
  CHECK (num_nonnulls(network_id, task_id, plan_row_id, event_id) = 1);
