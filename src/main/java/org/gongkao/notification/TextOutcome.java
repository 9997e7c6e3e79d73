package org.gongkao.notification;

/** What became of the text message that goes with a message. */
enum TextOutcome {
    /** To be sent, for the first time or again. */
    DUE,
    SENT,
    /** The person has no number on record. */
    NO_NUMBER,
    /** Given up; the inbox has the message. */
    FAILED
}
