package org.gongkao.worker;

/**
 * 职工已调动。All three have agreed and the worker stands at the new unit. An application under way keeps the route that was
 * frozen at its submission, unless the agency said that it follows the worker.
 */
public record WorkerMoved(long personId, String fromUnitCode, String toUnitCode, boolean routeFollows) {}
