package org.gongkao.shared;

/**
 * 拒绝理由。Why the system says no to a person, and what that person can do next. Implemented by one enum per module;
 * the sentence is shown on screen as it stands and ends with 。
 */
public interface Reason {

    /** The HTTP status: 403 (not yours to do), 404, 409 (no longer so) or 422 (the input). */
    int status();

    /** One Chinese sentence; may carry {@code %s} for the refusal's details. */
    String sentence();

    /** The constant's name, for the audit line only. */
    String name();
}
