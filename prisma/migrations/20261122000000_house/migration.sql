-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('answer', 'role');

-- CreateEnum
CREATE TYPE "delivery_state" AS ENUM ('queued', 'sending', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('staged', 'saved', 'discarded');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('meeting', 'dialogue_meeting', 'network_gathering', 'webinar', 'professional_day', 'conference', 'podcast_recording');

-- CreateEnum
CREATE TYPE "event_state" AS ENUM ('draft', 'published', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "answer" AS ENUM ('accepted', 'declined', 'tentative');

-- CreateEnum
CREATE TYPE "answered_by" AS ENUM ('link', 'signed_in', 'on_behalf');

-- CreateEnum
CREATE TYPE "written_standard" AS ENUM ('bokmal', 'nynorsk', 'neutral');

-- CreateEnum
CREATE TYPE "role_kind" AS ENUM ('coordinator', 'network_leader', 'webinar_publisher', 'contact_person', 'secretariat', 'reader', 'directorate');

-- CreateEnum
CREATE TYPE "accent" AS ENUM ('fjord', 'skifer', 'lyng');

-- CreateEnum
CREATE TYPE "default_standard" AS ENUM ('bokmal', 'nynorsk');

-- CreateEnum
CREATE TYPE "mail_mode" AS ENUM ('live', 'hold');

-- CreateTable
CREATE TABLE "actor" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT '',
    "responsibility" TEXT NOT NULL DEFAULT '',
    "tasks" TEXT NOT NULL DEFAULT '',
    "imported" JSONB,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "person_id" UUID,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT,
    "theme" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "public_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "user_agent" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in" (
    "id" UUID NOT NULL,
    "account_id" UUID,
    "link_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_token" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "person_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_token_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "communications_plan" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,

    CONSTRAINT "communications_plan_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "plan_row" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "goal" TEXT NOT NULL DEFAULT '',
    "theme" TEXT NOT NULL DEFAULT '',
    "timing" TEXT NOT NULL DEFAULT '',
    "responsible" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "imported" JSONB,
    "version" INTEGER NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_row_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" UUID,
    "event_id" UUID,
    "invitation_id" UUID,
    "to_name" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "message" JSONB NOT NULL,
    "secret" TEXT,
    "state" "delivery_state" NOT NULL DEFAULT 'queued',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "leased_by" UUID,
    "message_id" TEXT,
    "subject" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "mailbox_message" (
    "id" UUID NOT NULL,
    "to_address" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mailbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "choices" JSONB NOT NULL DEFAULT '{}',
    "state" "import_state" NOT NULL DEFAULT 'staged',
    "result" JSONB,
    "person_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "event" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "plan_row_id" UUID,
    "kind" "event_kind" NOT NULL DEFAULT 'meeting',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "zone" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "reply_by" DATE,
    "responsible_id" UUID,
    "state" "event_state" NOT NULL DEFAULT 'draft',
    "organizer_name" TEXT,
    "organizer_address" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "asked_version" INTEGER NOT NULL DEFAULT 0,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "municipality_id" UUID,
    "locale" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "answer" "answer",
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" "answered_by",
    "answered_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "municipality" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_sami" TEXT,
    "county_number" TEXT NOT NULL,
    "county" TEXT NOT NULL,

    CONSTRAINT "municipality_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "region_municipality" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "municipality_id" UUID NOT NULL,
    "written_standard" "written_standard",

    CONSTRAINT "region_municipality_pkey" PRIMARY KEY ("region_id","municipality_id")
);

-- CreateTable
CREATE TABLE "network" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "operators" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT '',
    "audience" TEXT NOT NULL DEFAULT '',
    "theme" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL DEFAULT '',
    "benefit" TEXT NOT NULL DEFAULT '',
    "links" TEXT[],
    "imported" JSONB,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "network_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "role" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" "role_kind" NOT NULL,
    "actor_id" UUID,
    "municipality_id" UUID,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "role_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateTable
CREATE TABLE "region" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "programme" TEXT NOT NULL DEFAULT '',
    "initials" TEXT NOT NULL,
    "accent" "accent" NOT NULL DEFAULT 'fjord',
    "languages" TEXT[] DEFAULT ARRAY['nb', 'nn', 'en']::TEXT[],
    "default_standard" "default_standard" NOT NULL DEFAULT 'bokmal',
    "zone" TEXT NOT NULL DEFAULT 'Europe/Oslo',
    "sender_name" TEXT NOT NULL DEFAULT '',
    "sender_address" TEXT,
    "reply_address" TEXT,
    "office_opens" INTEGER NOT NULL DEFAULT 480,
    "office_closes" INTEGER NOT NULL DEFAULT 960,
    "easter_closed" BOOLEAN NOT NULL DEFAULT false,
    "mail_mode" "mail_mode" NOT NULL DEFAULT 'hold',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "priority_area" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "priority_area_pkey" PRIMARY KEY ("region_id","id")
);

-- CreateIndex
CREATE INDEX "actor_region_id_position_idx" ON "actor"("region_id", "position");

-- CreateIndex
CREATE INDEX "audit_event_region_id_subject_kind_subject_id_idx" ON "audit_event"("region_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_public_id_key" ON "session"("public_id");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_link_hash_key" ON "sign_in"("link_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_browser_hash_key" ON "sign_in"("browser_hash");

-- CreateIndex
CREATE INDEX "link_token_region_id_subject_id_idx" ON "link_token"("region_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "link_token_region_id_hash_key" ON "link_token"("region_id", "hash");

-- CreateIndex
CREATE UNIQUE INDEX "communications_plan_region_id_from_to_key" ON "communications_plan"("region_id", "from", "to");

-- CreateIndex
CREATE INDEX "plan_row_region_id_plan_id_position_idx" ON "plan_row"("region_id", "plan_id", "position");

-- CreateIndex
CREATE INDEX "delivery_region_id_created_at_idx" ON "delivery"("region_id", "created_at");

-- CreateIndex
CREATE INDEX "delivery_region_id_event_id_idx" ON "delivery"("region_id", "event_id");

-- CreateIndex
CREATE INDEX "delivery_region_id_invitation_id_idx" ON "delivery"("region_id", "invitation_id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_region_id_key_key" ON "delivery"("region_id", "key");

-- CreateIndex
CREATE INDEX "import_region_id_created_at_idx" ON "import"("region_id", "created_at");

-- CreateIndex
CREATE INDEX "event_region_id_starts_at_idx" ON "event"("region_id", "starts_at");

-- CreateIndex
CREATE INDEX "event_region_id_plan_row_id_idx" ON "event"("region_id", "plan_row_id");

-- CreateIndex
CREATE INDEX "invitation_region_id_person_id_idx" ON "invitation"("region_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_region_id_event_id_person_id_key" ON "invitation"("region_id", "event_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "municipality_number_key" ON "municipality"("number");

-- CreateIndex
CREATE INDEX "network_region_id_position_idx" ON "network"("region_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "person_region_id_email_key" ON "person"("region_id", "email");

-- CreateIndex
CREATE INDEX "role_region_id_person_id_idx" ON "role"("region_id", "person_id");

-- CreateIndex
CREATE INDEX "role_region_id_municipality_id_idx" ON "role"("region_id", "municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "region_slug_key" ON "region"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "priority_area_region_id_number_key" ON "priority_area"("region_id", "number");

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_in" ADD CONSTRAINT "sign_in_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_token" ADD CONSTRAINT "link_token_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "link_token" ADD CONSTRAINT "link_token_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "communications_plan" ADD CONSTRAINT "communications_plan_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan_row" ADD CONSTRAINT "plan_row_region_id_plan_id_fkey" FOREIGN KEY ("region_id", "plan_id") REFERENCES "communications_plan"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_region_id_invitation_id_fkey" FOREIGN KEY ("region_id", "invitation_id") REFERENCES "invitation"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_plan_row_id_fkey" FOREIGN KEY ("region_id", "plan_row_id") REFERENCES "plan_row"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_region_id_responsible_id_fkey" FOREIGN KEY ("region_id", "responsible_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_event_id_fkey" FOREIGN KEY ("region_id", "event_id") REFERENCES "event"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_municipality_id_fkey" FOREIGN KEY ("region_id", "municipality_id") REFERENCES "region_municipality"("region_id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_municipality" ADD CONSTRAINT "region_municipality_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "network" ADD CONSTRAINT "network_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_region_id_person_id_fkey" FOREIGN KEY ("region_id", "person_id") REFERENCES "person"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_region_id_actor_id_fkey" FOREIGN KEY ("region_id", "actor_id") REFERENCES "actor"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_region_id_municipality_id_fkey" FOREIGN KEY ("region_id", "municipality_id") REFERENCES "region_municipality"("region_id", "municipality_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_area" ADD CONSTRAINT "priority_area_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- The wall between regions -----------------------------------------------------

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Raises the wall around one table: forced row-level security that compares its
-- region with the one the transaction has set. Nothing set means no rows. The
-- setting is STABLE, so the comparison is made once a query and uses the index.
CREATE FUNCTION raise_wall(target regclass, region_column name DEFAULT 'region_id') RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format(
    'CREATE POLICY wall ON %s USING (%I = NULLIF(current_setting(''app.region_id'', true), '''')::uuid)
       WITH CHECK (%I = NULLIF(current_setting(''app.region_id'', true), '''')::uuid)',
    target, region_column, region_column);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO samvirk_app', target);
END $$;

GRANT USAGE ON SCHEMA public TO samvirk_app, samvirk_system;

SELECT raise_wall('region', 'id');
SELECT raise_wall(walled::regclass) FROM unnest(ARRAY[
  'priority_area', 'person', 'role', 'region_municipality', 'actor', 'communications_plan', 'plan_row', 'network',
  'import', 'event', 'invitation', 'delivery', 'link_token', 'audit_event']) AS walled;

-- The audit log is written and read, never changed.
REVOKE UPDATE, DELETE ON audit_event FROM samvirk_app;

-- The register is the same for all.
GRANT SELECT ON municipality TO samvirk_app;

-- What the system may see across regions, each for a named path: sign-in and the
-- choice of region (region, person, role), claiming deliveries (delivery).
CREATE POLICY system_reads ON region FOR SELECT TO samvirk_system USING (true);
CREATE POLICY system_reads ON person FOR SELECT TO samvirk_system USING (true);
CREATE POLICY system_reads ON role FOR SELECT TO samvirk_system USING (true);
CREATE POLICY system_claims ON delivery TO samvirk_system USING (true) WITH CHECK (true);
GRANT SELECT ON region TO samvirk_system;
GRANT SELECT (region_id, id, email) ON person TO samvirk_system;
GRANT SELECT ON role TO samvirk_system;
GRANT SELECT (region_id, id, kind, state, due_at, lease_until, leased_by, attempts),
  UPDATE (state, lease_until, leased_by, attempts) ON delivery TO samvirk_system;
GRANT SELECT, INSERT, UPDATE, DELETE ON account, session, sign_in, rate_limit, municipality, mailbox_message TO samvirk_system;

-- What keys cannot say ----------------------------------------------------------

-- Exactly one contact person per municipality on any day.
ALTER TABLE role ADD CONSTRAINT role_one_contact_person EXCLUDE USING gist (
  region_id WITH =, municipality_id WITH =, daterange(valid_from, valid_to) WITH &&
) WHERE (kind = 'contact_person');
ALTER TABLE role ADD CONSTRAINT role_contact_person_has_municipality
  CHECK ((kind = 'contact_person') = (municipality_id IS NOT NULL));
ALTER TABLE role ADD CONSTRAINT role_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from);
ALTER TABLE event ADD CONSTRAINT event_ends_after_start CHECK (ends_at > starts_at);
ALTER TABLE communications_plan ADD CONSTRAINT communications_plan_ends_after_start CHECK ("to" >= "from");
ALTER TABLE person ADD CONSTRAINT person_email_lower_case CHECK (email = lower(email));
ALTER TABLE account ADD CONSTRAINT account_email_lower_case CHECK (email = lower(email));

-- The two indexes that do not begin with the region, each for a path across regions:
-- claiming looks for what is due, sign-in for the regions an address has a role in.
CREATE INDEX delivery_due ON delivery (due_at) WHERE state IN ('queued', 'sending');
CREATE INDEX person_email ON person (email);
