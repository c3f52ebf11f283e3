-- Further subscriptions of the chat that are told of a story by an alert.
CREATE TABLE alert_share (
  place        ${identity},
  alert        TEXT NOT NULL,
  subscription TEXT NOT NULL,
  UNIQUE (alert, subscription)
);
