-- The guests of a circle may pay, and stand in no list of the region's municipalities.
ALTER TABLE "fee_line" DROP CONSTRAINT "fee_line_region_id_municipality_id_fkey";
ALTER TABLE "fee_scheme" ADD COLUMN "guests" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipality"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A fee that is fixed has been invoiced: neither the year nor its lines are changed or removed, by anybody.
CREATE FUNCTION keep_fixed_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.fixed_at IS NOT NULL THEN
    RAISE EXCEPTION 'a fee that is fixed is not changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END
$$;

CREATE FUNCTION keep_fixed_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM fee_year
    WHERE region_id = COALESCE(OLD.region_id, NEW.region_id) AND id IN (OLD.fee_year_id, NEW.fee_year_id)
      AND fixed_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'a fee that is fixed is not changed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END
$$;

CREATE TRIGGER fee_year_fixed BEFORE UPDATE OR DELETE ON fee_year FOR EACH ROW EXECUTE FUNCTION keep_fixed_year();
CREATE TRIGGER fee_line_fixed BEFORE INSERT OR UPDATE OR DELETE ON fee_line FOR EACH ROW EXECUTE FUNCTION keep_fixed_line();
