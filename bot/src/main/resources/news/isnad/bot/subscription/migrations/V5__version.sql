-- Counts the changes of subscriptions, so that whoever holds them in memory sees at a glance that nothing changed.
CREATE TABLE subscription_version (version BIGINT NOT NULL);
INSERT INTO subscription_version (version) VALUES (1);
CREATE TRIGGER subscription_added AFTER INSERT ON subscription
BEGIN
  UPDATE subscription_version SET version = version + 1;
END;
CREATE TRIGGER subscription_changed AFTER UPDATE ON subscription
BEGIN
  UPDATE subscription_version SET version = version + 1;
END;
CREATE TRIGGER subscription_removed AFTER DELETE ON subscription
BEGIN
  UPDATE subscription_version SET version = version + 1;
END;
