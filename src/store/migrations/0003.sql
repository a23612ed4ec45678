-- Schema 3: the records of each register found without reading the log over.

CREATE INDEX log_place ON log (entity) WHERE kind = 'place';
CREATE INDEX log_visit ON log (entity) WHERE kind = 'visit';
CREATE INDEX log_matter ON log (entity) WHERE kind = 'matter';
CREATE INDEX log_service ON log (entity) WHERE kind = 'service';
