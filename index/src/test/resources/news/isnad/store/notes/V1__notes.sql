CREATE TABLE note (id ${identity}, words TEXT NOT NULL);
