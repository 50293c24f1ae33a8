-- Who strikes a task off, grants extensions and suspends it: the unit whose series of meetings resolved it; null
-- where that is the district's consultation office.
ALTER TABLE `task` ADD `overseer_unit_id` text REFERENCES `unit`(`id`);--> statement-breakpoint
-- Steps written by an earlier version name a meeting by `month`.
UPDATE `outbox` SET `payload` = json_remove(json_set(`payload`, '$.slug', json_extract(`payload`, '$.month')), '$.month')
WHERE `kind` IN ('facts.changed', 'record.align') AND json_extract(`payload`, '$.month') IS NOT NULL;
