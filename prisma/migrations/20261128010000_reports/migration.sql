-- AlterTable
ALTER TABLE "report_round" ADD COLUMN "correction" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "report_row_activity" (
    "region_id" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.region_id'::text, true), ''::text))::uuid,
    "row_id" UUID NOT NULL,
    "activity_id" UUID NOT NULL,

    CONSTRAINT "report_row_activity_pkey" PRIMARY KEY ("region_id","row_id","activity_id")
);

-- CreateIndex
CREATE INDEX "report_row_activity_region_id_activity_id_idx" ON "report_row_activity"("region_id", "activity_id");

-- AddForeignKey
ALTER TABLE "report_row_activity" ADD CONSTRAINT "report_row_activity_region_id_row_id_fkey" FOREIGN KEY ("region_id", "row_id") REFERENCES "report_row"("region_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "report_row_activity" ADD CONSTRAINT "report_row_activity_region_id_activity_id_fkey" FOREIGN KEY ("region_id", "activity_id") REFERENCES "activity"("region_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Why a report was opened for a correction was kept among its texts. Forced row-level security binds the owner that
-- this runs as, who sees the rows of all regions only while it is not.
ALTER TABLE report_round NO FORCE ROW LEVEL SECURITY;
UPDATE report_round SET correction = texts ->> '(correction)', texts = texts - '(correction)'
WHERE texts ? '(correction)';
ALTER TABLE report_round FORCE ROW LEVEL SECURITY;

SELECT raise_wall('report_row_activity');
