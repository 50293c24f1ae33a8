DROP INDEX `task_due`;--> statement-breakpoint
CREATE INDEX `task_state` ON `task` (`state`,`due_date`,`number`);--> statement-breakpoint
CREATE INDEX `task_due` ON `task` (`due_date`,`number`);--> statement-breakpoint
ALTER TABLE `task_entry` ADD `evidence` text DEFAULT '' NOT NULL;