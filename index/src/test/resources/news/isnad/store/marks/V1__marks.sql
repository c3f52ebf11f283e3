CREATE TABLE mark (id ${identity}, note BIGINT NOT NULL REFERENCES note (id));
