package dev.riderphotos.face;

import java.util.function.Supplier;

/**
 * The turn that riders' faces are registered in, one after the other. It belongs to the role, not
 * to a collection, so that it holds while another one is made live.
 */
public interface RegistrationTurn {
  /**
   * Does a last piece of work while nobody registers a rider's face or deletes one, here or in
   * another process; who comes meanwhile waits. The work may add faces to any collection, and may
   * {@linkplain LiveCollections#switchOver switch}. It must carry over every face of the live
   * collection, also one whose rider has no profile yet.
   *
   * @throws dev.riderphotos.BackendException if the turn does not come, which may pass, or is lost
   *     before the work is done
   */
  <T> T whileNobodyRegisters(Supplier<T> work);
}
