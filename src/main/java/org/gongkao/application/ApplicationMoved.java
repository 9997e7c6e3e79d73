package org.gongkao.application;

/**
 * 申报已办理。An act on an application has been committed; what it was stands in the act's line. {@code leftAgency} spares those who
 * only wait for that from being called about every act.
 */
public record ApplicationMoved(long applicationId, long actId, boolean leftAgency) {}
