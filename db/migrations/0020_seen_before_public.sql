-- How far a decided topic is public: nothing of it until the office has looked at what residents would read.
CREATE TABLE `public_topic` (
	`topic_id` text PRIMARY KEY NOT NULL,
	`meeting_id` text NOT NULL,
	`title` text,
	`seen_epoch` integer,
	`seen_at` text,
	`seen_by_post_id` text,
	`waits_since` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`topic_id`) REFERENCES `topic`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`meeting_id`) REFERENCES `meeting`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seen_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `public_topic_meeting` ON `public_topic` (`meeting_id`);--> statement-breakpoint
CREATE INDEX `public_topic_waiting` ON `public_topic` (`meeting_id`) WHERE waits_since is not null;--> statement-breakpoint
CREATE TABLE `left_out` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`extent` text NOT NULL,
	`starts_at` integer DEFAULT 0 NOT NULL,
	`ends_at` integer DEFAULT 0 NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`by_post_id` text,
	`at` text NOT NULL,
	`ended_at` text,
	`ended_by_post_id` text,
	`end_reason` text DEFAULT '' NOT NULL,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE INDEX `left_out_subject` ON `left_out` (`subject_id`);--> statement-breakpoint
CREATE INDEX `left_out_standing` ON `left_out` (`kind`) WHERE ended_at is null;--> statement-breakpoint
-- What residents read already, they read on: counted as seen by nobody.
INSERT INTO `public_topic` (`topic_id`, `meeting_id`, `title`, `seen_epoch`, `seen_at`)
SELECT `topic`.`id`, `topic`.`meeting_id`, `topic`.`title`, max(`minutes`.`epoch`), max(`minutes`.`issued_at`)
FROM `topic`
INNER JOIN `meeting` ON `meeting`.`id` = `topic`.`meeting_id`
INNER JOIN `minutes` ON `minutes`.`meeting_id` = `topic`.`meeting_id`
WHERE `meeting`.`kind` = 'consultationDay' AND `topic`.`kind` IN ('topic', 'other')
	AND `topic`.`outcome` IS NOT NULL AND `topic`.`withdrawn_at` IS NULL
GROUP BY `topic`.`id`;--> statement-breakpoint
-- In residents' words whatever may tell of a person has been left out at each reading; it stays so until somebody decides.
INSERT INTO `left_out` (`id`, `kind`, `subject_id`, `extent`, `at`)
SELECT lower(hex(randomblob(16))), 'words', `topic`.`problem_id`, 'marks', min(`public_topic`.`seen_at`)
FROM `public_topic`
INNER JOIN `topic` ON `topic`.`id` = `public_topic`.`topic_id`
WHERE `topic`.`problem_id` IS NOT NULL
GROUP BY `topic`.`problem_id`;
