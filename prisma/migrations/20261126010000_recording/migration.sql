-- Records messages of one region that have left, in one round trip where a transaction takes four: each that a worker
-- has sent and not recorded goes once more when it is killed. The region is set for the transaction, as everywhere, so
-- that its wall holds here too.
CREATE FUNCTION record_sent(of_region uuid, by_worker uuid, by_transport text, ids uuid[], times timestamptz[],
  message_ids text[], subjects text[], provider_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('app.region_id', of_region::text, true), set_config('app.actor', 'worker', true);
  -- What opens a door is erased.
  UPDATE delivery d SET state = 'sent', sent_at = v.at, message_id = v.message_id, subject = v.subject,
    provider_id = NULLIF(v.provider_id, ''), transport = by_transport, last_error = NULL, secret = NULL,
    leased_by = NULL, lease_until = NULL,
    message = CASE WHEN d.kind = 'sign-in' THEN d.message || '{"code": "000000"}' ELSE d.message END
  FROM unnest(ids, times, message_ids, subjects, provider_ids) AS v (id, at, message_id, subject, provider_id)
  WHERE d.region_id = of_region AND d.id = v.id AND d.leased_by = by_worker AND d.state = 'sending';
END
$$;

REVOKE ALL ON FUNCTION record_sent FROM PUBLIC;
GRANT EXECUTE ON FUNCTION record_sent TO samvirk_app;
