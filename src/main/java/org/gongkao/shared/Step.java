package org.gongkao.shared;

/**
 * 步骤。One step on a file's way: {@link Sign#MET} done, {@link Sign#NOW} here, {@link Sign#UNMET} here and sent back,
 * {@link Sign#REST} to come; the note says when or who.
 */
public record Step(Sign sign, String label, String note) {}
