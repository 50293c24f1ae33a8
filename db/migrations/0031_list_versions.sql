-- A row of a list is saved before it is complete: words that were not there can be written once.
DROP TRIGGER problem_wording_frozen;--> statement-breakpoint
CREATE TRIGGER problem_wording_frozen BEFORE UPDATE OF original_wording, number, street_id ON problem
WHEN NEW.number IS NOT OLD.number OR NEW.street_id IS NOT OLD.street_id
	OR (OLD.original_wording <> '' AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'problem' AND p.subject_id = OLD.id AND p.field = 'originalWording' AND p.becomes = NEW.original_wording))
BEGIN SELECT RAISE(ABORT, 'the original wording of a problem is frozen'); END;
--> statement-breakpoint
-- A list as it was each time it was submitted.
CREATE TABLE `list_version` (
	`id` text PRIMARY KEY NOT NULL,
	`list_id` text NOT NULL,
	`number` integer NOT NULL,
	`submitted_at` text NOT NULL,
	`submitted_by_post_id` text,
	`sha256` text,
	`outcome` text DEFAULT 'waiting' NOT NULL,
	`outcome_at` text,
	`outcome_by_post_id` text,
	`return_reason` text,
	FOREIGN KEY (`list_id`) REFERENCES `problem_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submitted_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outcome_by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `list_version_number` ON `list_version` (`list_id`,`number`);--> statement-breakpoint
CREATE TABLE `list_version_row` (
	`id` text PRIMARY KEY NOT NULL,
	`version_id` text NOT NULL,
	`at` integer NOT NULL,
	`problem_id` text NOT NULL,
	`number` text NOT NULL,
	`original_wording` text NOT NULL,
	`title` text NOT NULL,
	`summary` text NOT NULL,
	`place` text NOT NULL,
	`question` text NOT NULL,
	`coordination` text NOT NULL,
	`legal_basis` text NOT NULL,
	`source_number` text,
	`facts` text NOT NULL,
	FOREIGN KEY (`version_id`) REFERENCES `list_version`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `list_version_row_at` ON `list_version_row` (`version_id`,`at`);--> statement-breakpoint
CREATE INDEX `list_version_row_problem` ON `list_version_row` (`problem_id`);--> statement-breakpoint
-- Lists submitted before versions were kept: the first version is what stands there now, without a digest.
INSERT INTO `list_version` (`id`, `list_id`, `number`, `submitted_at`, `submitted_by_post_id`, `outcome`, `return_reason`)
SELECT lower(hex(randomblob(16))), l.`id`, 1, l.`submitted_at`, l.`submitted_by_post_id`,
	CASE l.`state` WHEN 'returned' THEN 'returned' WHEN 'screened' THEN 'accepted' ELSE 'waiting' END,
	CASE l.`state` WHEN 'returned' THEN l.`return_reason` END
FROM `problem_list` l WHERE l.`submitted_at` IS NOT NULL;--> statement-breakpoint
INSERT INTO `list_version_row`
SELECT lower(hex(randomblob(16))), v.`id`, row_number() OVER (PARTITION BY v.`id` ORDER BY g.`position`, g.`id`),
	p.`id`, p.`number`, p.`original_wording`, p.`title`, p.`summary`, p.`place`, p.`question`, p.`coordination`,
	p.`legal_basis`, p.`source_number`,
	json_object('communityId', p.`community_id`,
		'concernedUnitIds', json((SELECT json_group_array(c.`unit_id`) FROM (SELECT `unit_id` FROM `problem_concerned_unit` WHERE `problem_id` = p.`id` ORDER BY `unit_id`) c)),
		'powerLacking', p.`power_lacking`, 'powerUnitId', p.`power_unit_id`, 'problemClass', p.`problem_class`,
		'raisedAt', p.`raised_at`, 'seesUnitId', p.`sees_unit_id`, 'source', p.`source`)
FROM `list_version` v JOIN `listing` g ON g.`list_id` = v.`list_id` JOIN `problem` p ON p.`id` = g.`problem_id`
WHERE g.`submitted_at` IS NOT NULL AND g.`state` <> 'withdrawn';--> statement-breakpoint
CREATE TRIGGER list_version_frozen BEFORE UPDATE OF id, list_id, number, submitted_at, submitted_by_post_id, sha256 ON list_version
BEGIN SELECT RAISE(ABORT, 'a version of a list is kept as it was submitted'); END;--> statement-breakpoint
CREATE TRIGGER list_version_kept BEFORE DELETE ON list_version
BEGIN SELECT RAISE(ABORT, 'a version of a list is kept as it was submitted'); END;--> statement-breakpoint
CREATE TRIGGER list_version_row_kept BEFORE DELETE ON list_version_row
BEGIN SELECT RAISE(ABORT, 'a version of a list is kept as it was submitted'); END;--> statement-breakpoint
CREATE TRIGGER list_version_row_frozen BEFORE UPDATE ON list_version_row
WHEN NEW.id IS NOT OLD.id OR NEW.version_id IS NOT OLD.version_id OR NEW.at IS NOT OLD.at OR NEW.problem_id IS NOT OLD.problem_id
	OR NEW.number IS NOT OLD.number OR NEW.facts IS NOT OLD.facts
	OR (NEW.original_wording IS NOT OLD.original_wording AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'originalWording' AND p.becomes = NEW.original_wording))
	OR (NEW.title IS NOT OLD.title AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'title' AND p.becomes = NEW.title))
	OR (NEW.summary IS NOT OLD.summary AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'summary' AND p.becomes = NEW.summary))
	OR (NEW.place IS NOT OLD.place AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'place' AND p.becomes = NEW.place))
	OR (NEW.question IS NOT OLD.question AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'question' AND p.becomes = NEW.question))
	OR (NEW.coordination IS NOT OLD.coordination AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'coordination' AND p.becomes = NEW.coordination))
	OR (NEW.legal_basis IS NOT OLD.legal_basis AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'legalBasis' AND p.becomes = NEW.legal_basis))
	OR (NEW.source_number IS NOT OLD.source_number AND NOT EXISTS (SELECT 1 FROM erasure_permit p WHERE p.home = 'listVersionRow' AND p.subject_id = OLD.id AND p.field = 'sourceNumber' AND p.becomes = NEW.source_number))
BEGIN SELECT RAISE(ABORT, 'a version of a list is kept as it was submitted'); END;--> statement-breakpoint
-- A problem is in one channel at a time: the row without an end.
CREATE TABLE `problem_channel` (
	`id` text PRIMARY KEY NOT NULL,
	`problem_id` text NOT NULL,
	`channel` text NOT NULL,
	`subject_id` text NOT NULL,
	`number` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	`reason` text,
	`by_post_id` text,
	FOREIGN KEY (`problem_id`) REFERENCES `problem`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_post_id`) REFERENCES `post`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
CREATE UNIQUE INDEX `problem_channel_one` ON `problem_channel` (`problem_id`) WHERE `until` IS NULL;--> statement-breakpoint
CREATE INDEX `problem_channel_problem` ON `problem_channel` (`problem_id`,`since`);--> statement-breakpoint
-- What stands on lists already is in the channel of the newest; what was solved before its day is settled.
INSERT INTO `problem_channel` (`id`, `problem_id`, `channel`, `subject_id`, `number`, `since`, `reason`, `by_post_id`)
SELECT lower(hex(randomblob(16))), `problem_id`, CASE `state` WHEN 'solvedBefore' THEN 'settled' ELSE 'list' END, `listing_id`, `month`,
	CASE `state` WHEN 'solvedBefore' THEN coalesce(`decided_at`, `created_at`) ELSE coalesce(`submitted_at`, `created_at`) END,
	CASE `state` WHEN 'solvedBefore' THEN `decision_text` END, CASE `state` WHEN 'solvedBefore' THEN `decided_by_post_id` END
FROM (
	SELECT g.*, g.`id` AS `listing_id`, m.`slug` AS `month`, p.`created_at`,
		row_number() OVER (PARTITION BY g.`problem_id` ORDER BY m.`slug` DESC, g.`id`) AS `newest`
	FROM `listing` g JOIN `problem_list` l ON l.`id` = g.`list_id` JOIN `meeting` m ON m.`id` = l.`day_id`
		JOIN `problem` p ON p.`id` = g.`problem_id`
	WHERE g.`state` <> 'withdrawn'
) WHERE `newest` = 1;--> statement-breakpoint
-- An unsent list that was carried over to another month, and the list that it came to.
ALTER TABLE `problem_list` ADD `carried_to_id` text REFERENCES `problem_list`(`id`);--> statement-breakpoint
ALTER TABLE `problem_list` ADD `carried_at` text;
