-- Rows in the order of their key, without a table beside the index: appending writes one page instead of two.
CREATE TABLE `live_update_clustered` (
	`room` text NOT NULL,
	`epoch` integer NOT NULL,
	`sequence` integer NOT NULL,
	`bytes` blob NOT NULL,
	`person_id` text,
	`post_id` text,
	`at` text NOT NULL,
	PRIMARY KEY(`room`, `epoch`, `sequence`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `live_update_clustered` SELECT `room`, `epoch`, `sequence`, `bytes`, `person_id`, `post_id`, `at` FROM `live_update`;
--> statement-breakpoint
DROP TABLE `live_update`;
--> statement-breakpoint
ALTER TABLE `live_update_clustered` RENAME TO `live_update`;
