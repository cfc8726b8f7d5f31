-- A reply by mail that proposes another time waits for a person.
ALTER TABLE "inbound_reply" ADD COLUMN "proposes_time" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN "proposed_start" TIMESTAMPTZ(3);
