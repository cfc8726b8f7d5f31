-- CreateEnum
CREATE TYPE "plan_state" AS ENUM ('draft', 'adopted', 'closed');

-- CreateEnum
CREATE TYPE "channel_kind" AS ENUM ('letter', 'dialogue', 'talk', 'conference', 'meeting', 'web', 'podcast', 'webinar', 'other');

-- CreateEnum
CREATE TYPE "occurrence_state" AS ENUM ('planned', 'in_preparation', 'done', 'dropped');

-- CreateEnum
CREATE TYPE "publication_kind" AS ENUM ('talk', 'web_story', 'op_ed', 'podcast', 'interview', 'social_media', 'other');

-- CreateEnum
CREATE TYPE "holiday_kind" AS ENUM ('school', 'closed');

-- AlterTable
ALTER TABLE "communications_plan" ADD COLUMN     "adopted_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "adopted_on" DATE,
ADD COLUMN     "introduction" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "prepared_by" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "state" "plan_state" NOT NULL DEFAULT 'draft',
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "plan_row" ADD COLUMN     "audience_id" UUID,
ADD COLUMN     "channel_id" UUID,
ADD COLUMN     "notes" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "plan_section" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "plan_section_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "plan_version" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "adopted_on" DATE NOT NULL,
    "adopted_by" TEXT NOT NULL DEFAULT '',
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_version_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "channel" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "channel_kind",
    "name" TEXT NOT NULL DEFAULT '',
    "icon" TEXT NOT NULL,
    "words" TEXT[],

    CONSTRAINT "channel_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "plan_occurrence" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_row_id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "state" "occurrence_state" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_occurrence_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "publication" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_row_id" UUID,
    "actor_id" UUID,
    "kind" "publication_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "author" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "open" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "kind" "holiday_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateIndex
CREATE INDEX "plan_section_region_id_plan_id_position_idx" ON "plan_section"("region_id", "plan_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "plan_version_region_id_plan_id_number_key" ON "plan_version"("region_id", "plan_id", "number");

-- CreateIndex
CREATE INDEX "channel_region_id_position_idx" ON "channel"("region_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "channel_region_id_kind_key" ON "channel"("region_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "plan_occurrence_region_id_plan_row_id_from_to_key" ON "plan_occurrence"("region_id", "plan_row_id", "from", "to");

-- CreateIndex
CREATE INDEX "publication_region_id_day_idx" ON "publication"("region_id", "day");

-- CreateIndex
CREATE INDEX "publication_region_id_plan_row_id_idx" ON "publication"("region_id", "plan_row_id");

-- CreateIndex
CREATE INDEX "publication_region_id_actor_id_idx" ON "publication"("region_id", "actor_id");

-- CreateIndex
CREATE INDEX "holiday_region_id_from_idx" ON "holiday"("region_id", "from");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_region_id_kind_from_to_name_key" ON "holiday"("region_id", "kind", "from", "to", "name");

-- CreateIndex
CREATE INDEX "plan_row_region_id_channel_id_idx" ON "plan_row"("region_id", "channel_id");

-- CreateIndex
CREATE INDEX "plan_row_region_id_audience_id_idx" ON "plan_row"("region_id", "audience_id");

-- AddForeignKey
ALTER TABLE "plan_section" ADD CONSTRAINT "plan_section_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "communications_plan"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_version" ADD CONSTRAINT "plan_version_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "communications_plan"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_row" ADD CONSTRAINT "plan_row_region_id_channel_id_fkey" FOREIGN KEY ("region_id", "channel_id") REFERENCES "channel"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_row" ADD CONSTRAINT "plan_row_region_id_audience_id_fkey" FOREIGN KEY ("region_id", "audience_id") REFERENCES "audience"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_occurrence" ADD CONSTRAINT "plan_occurrence_region_id_plan_row_id_fkey" FOREIGN KEY ("region_id", "plan_row_id") REFERENCES "plan_row"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_region_id_plan_row_id_fkey" FOREIGN KEY ("region_id", "plan_row_id") REFERENCES "plan_row"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT raise_wall(walled::regclass) FROM unnest(ARRAY[
  'plan_section', 'plan_version', 'channel', 'plan_occurrence', 'publication', 'holiday']) AS walled;

-- A version is written and read, never changed.
REVOKE UPDATE ON plan_version FROM samvirk_app;

-- What keys cannot say ----------------------------------------------------------

-- A day is in one plan at most.
ALTER TABLE communications_plan ADD CONSTRAINT communications_plan_one_at_a_time EXCLUDE USING gist (
  region_id WITH =, daterange("from", "to", '[]') WITH &&);
ALTER TABLE communications_plan ADD CONSTRAINT communications_plan_adopted_has_day
  CHECK (state <> 'adopted' OR adopted_on IS NOT NULL);
ALTER TABLE plan_occurrence ADD CONSTRAINT plan_occurrence_ends_after_start CHECK ("to" >= "from");
ALTER TABLE plan_occurrence ADD CONSTRAINT plan_occurrence_dropped_has_reason CHECK (state <> 'dropped' OR reason <> '');
ALTER TABLE holiday ADD CONSTRAINT holiday_ends_after_start CHECK ("to" >= "from");
ALTER TABLE channel ADD CONSTRAINT channel_has_name CHECK (kind IS NOT NULL OR name <> '');
