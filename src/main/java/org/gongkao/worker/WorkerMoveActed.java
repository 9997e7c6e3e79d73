package org.gongkao.worker;

/** 调动已办理。A change of unit took a step; all that have to do with it are told. {@code version} counts the steps. */
public record WorkerMoveActed(
        long moveId,
        String number,
        long personId,
        String fromUnitCode,
        String toUnitCode,
        String agencyCode,
        MoveState state,
        int version) {}
