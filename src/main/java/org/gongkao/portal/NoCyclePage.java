package org.gongkao.portal;

/** The home page before any year has been published. */
record NoCyclePage() {}
