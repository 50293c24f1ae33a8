-- From which epoch on the notes of a record are lines; those that are there hold them as elements.
ALTER TABLE `live_room` ADD `lines_from` integer DEFAULT 1;--> statement-breakpoint
UPDATE `live_room` SET `lines_from` = NULL;
